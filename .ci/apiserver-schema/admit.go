package main

import (
	"context"
	"fmt"
	"sort"

	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

type validator interface {
	PrepareForCreate(ctx context.Context, obj runtime.Object)
	Validate(ctx context.Context, obj runtime.Object) field.ErrorList
}

// admit takes an object through the steps of a creation in their order: unknown fields and nulls go, defaults come, and
// the rest is validated, by rules in CEL too.
func (r *resource) admit(object map[string]any) answer {
	u := &unstructured.Unstructured{Object: object}
	one, found := r.versions[u.GroupVersionKind().Version]
	if !found || u.GetKind() == "" {
		return refusal(fmt.Errorf("no kind %q is registered for %q", u.GetKind(), u.GetAPIVersion()))
	}
	pruned, err := coerce(u, one.structural)
	if err != nil {
		return refusal(err)
	}
	if u.GetNamespace() == "" {
		u.SetNamespace("default")
	}
	defaulting.Default(u.Object, one.structural)
	one.strategy.PrepareForCreate(context.Background(), u)
	made := answer{Refused: []string{}, Pruned: pruned, Stored: u.Object}
	for _, err := range one.strategy.Validate(context.Background(), u) {
		made.Refused = append(made.Refused, err.Error())
	}
	return made
}

// coerce is what the handler of custom resources does after it has decoded one: metadata is read by its own type, the rest
// by the definition.
func coerce(u *unstructured.Unstructured, structural *schema.Structural) ([]string, error) {
	kind, apiVersion := u.GetKind(), u.GetAPIVersion()
	meta, hasMeta, pruned, err := objectmeta.GetObjectMetaWithOptions(u.Object, objectmeta.ObjectMetaOptions{ReturnUnknownFieldPaths: true})
	if err != nil {
		return nil, err
	}
	options := schema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	pruned = append(pruned, pruning.PruneWithOptions(u.Object, structural, true, options)...)
	defaulting.PruneNonNullableNullsWithoutDefaults(u.Object, structural)
	problem, unknown := objectmeta.CoerceWithOptions(nil, u.Object, structural, false, objectmeta.CoerceOptions{ReturnUnknownFieldPaths: true})
	if problem != nil {
		return nil, problem
	}
	u.SetKind(kind)
	u.SetAPIVersion(apiVersion)
	if hasMeta {
		if err := objectmeta.SetObjectMeta(u.Object, meta); err != nil {
			return nil, err
		}
	}
	all := append(append([]string{}, pruned...), unknown...)
	sort.Strings(all)
	return all, nil
}
