package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	crdvalidation "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apiextensions-apiserver/pkg/controller/openapi/builder"
	"k8s.io/apiextensions-apiserver/pkg/registry/customresource"
	gvk "k8s.io/apimachinery/pkg/runtime/schema"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/managedfields"
	"k8s.io/kube-openapi/pkg/spec3"
)

// What podschemas prints; the build puts it here.
//
//go:embed podschemas.json
var podSchemas []byte

// The key of a place in the definition that one of the pod schemas takes, by its name.
const placeholder = "$kubernetes"

// How the API server treats one version of the resource.
type version struct {
	structural *schema.Structural
	strategy   validator
}

type resource struct {
	versions map[string]version
	types    managedfields.TypeConverter
}

// newResource reads a CustomResourceDefinition and refuses what an API server would refuse to install.
func newResource(text []byte) (*resource, error) {
	crd, err := readDefinition(text)
	if err != nil {
		return nil, err
	}
	internal := &apiextensions.CustomResourceDefinition{}
	if err := apiextv1.Convert_v1_CustomResourceDefinition_To_apiextensions_CustomResourceDefinition(crd, internal, nil); err != nil {
		return nil, err
	}
	if errs := crdvalidation.ValidateCustomResourceDefinition(context.Background(), internal); len(errs) > 0 {
		return nil, errs.ToAggregate()
	}
	made := &resource{versions: map[string]version{}}
	for _, one := range crd.Spec.Versions {
		if made.versions[one.Name], err = newVersion(crd, one); err != nil {
			return nil, err
		}
	}
	made.types, err = newTypes(crd)
	return made, err
}

func readDefinition(text []byte) (*apiextv1.CustomResourceDefinition, error) {
	var definition any
	pods := map[string]any{}
	if err := json.Unmarshal(podSchemas, &pods); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &definition); err != nil {
		return nil, err
	}
	filled, err := json.Marshal(fill(definition, pods))
	if err != nil {
		return nil, err
	}
	crd := &apiextv1.CustomResourceDefinition{}
	decoder := json.NewDecoder(bytes.NewReader(filled))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(crd); err != nil {
		return nil, err
	}
	apiextv1.SetDefaults_CustomResourceDefinition(crd)
	apiextv1.SetDefaults_CustomResourceDefinitionSpec(&crd.Spec)
	crd.Status.StoredVersions = []string{crd.Spec.Versions[0].Name}
	return crd, nil
}

// fill puts the pod schemas into their places. Keys beside a placeholder change the schema: null takes one away.
func fill(value any, pods map[string]any) any {
	switch value := value.(type) {
	case []any:
		for i := range value {
			value[i] = fill(value[i], pods)
		}
	case map[string]any:
		for key := range value {
			value[key] = fill(value[key], pods)
		}
		if name, ok := value[placeholder].(string); ok {
			delete(value, placeholder)
			return overlay(copied(pods[name]), value)
		}
	}
	return value
}

func overlay(schema any, changes map[string]any) any {
	under, ok := schema.(map[string]any)
	if !ok {
		panic(fmt.Sprintf("no pod schema for %v", changes))
	}
	for key, change := range changes {
		inner, isMap := change.(map[string]any)
		_, isSchema := under[key].(map[string]any)
		if isMap && isSchema {
			under[key] = overlay(under[key], inner)
		} else if change == nil {
			delete(under, key)
		} else {
			under[key] = change
		}
	}
	return under
}

func copied(value any) any {
	text, _ := json.Marshal(value)
	var made any
	_ = json.Unmarshal(text, &made)
	return made
}

func newVersion(crd *apiextv1.CustomResourceDefinition, one apiextv1.CustomResourceDefinitionVersion) (version, error) {
	props := &apiextensions.JSONSchemaProps{}
	if err := apiextv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(one.Schema.OpenAPIV3Schema, props, nil); err != nil {
		return version{}, err
	}
	structural, err := schema.NewStructural(props)
	if err != nil {
		return version{}, err
	}
	if err := defaulting.PruneDefaults(structural); err != nil {
		return version{}, err
	}
	schemaValidator, _, err := validation.NewSchemaValidator(props)
	if err != nil {
		return version{}, err
	}
	kind := gvk.GroupVersionKind{Group: crd.Spec.Group, Version: one.Name, Kind: crd.Spec.Names.Kind}
	status := &apiextensions.CustomResourceSubresourceStatus{}
	strategy := customresource.NewStrategy(nil, true, kind, schemaValidator, nil, structural, status, nil, nil)
	return version{structural, strategy}, nil
}

func newTypes(crd *apiextv1.CustomResourceDefinition) (managedfields.TypeConverter, error) {
	var specs []*spec3.OpenAPI
	for _, one := range crd.Spec.Versions {
		spec, err := builder.BuildOpenAPIV3(crd, one.Name, builder.Options{})
		if err != nil {
			return nil, err
		}
		specs = append(specs, spec)
	}
	merged, err := builder.MergeSpecsV3(specs...)
	if err != nil {
		return nil, err
	}
	return managedfields.NewTypeConverter(merged.Components.Schemas, false)
}

// unmarshal keeps whole numbers whole, as the API server does.
func unmarshal(text []byte, into *request) error {
	var raw map[string]any
	if err := utiljson.Unmarshal(text, &raw); err != nil {
		return err
	}
	into.Object, _ = raw["object"].(map[string]any)
	both, _ := raw["merge"].([]any)
	for _, one := range both {
		object, _ := one.(map[string]any)
		into.Merge = append(into.Merge, object)
	}
	return nil
}
