package main

import (
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

// merge lays one object over another by the types of the definition.
func (r *resource) merge(base, over map[string]any) answer {
	under, err := r.types.ObjectToTyped(&unstructured.Unstructured{Object: base})
	if err != nil {
		return refusal(err)
	}
	upper, err := r.types.ObjectToTyped(&unstructured.Unstructured{Object: over})
	if err != nil {
		return refusal(err)
	}
	both, err := under.Merge(upper)
	if err != nil {
		return refusal(err)
	}
	object, err := r.types.TypedToObject(both)
	if err != nil {
		return refusal(err)
	}
	return answer{Refused: []string{}, Merged: object.(*unstructured.Unstructured).Object}
}
