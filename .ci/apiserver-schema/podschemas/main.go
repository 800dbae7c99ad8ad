// Command podschemas prints the schemas of Kubernetes' pod types as JSON, by name, the way controller-gen writes them into a
// definition with generateEmbeddedObjectMeta. They stand where a graph's definition holds parts of a pod.
package main

import (
	"encoding/json"
	"log"
	"os"

	apiext "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"sigs.k8s.io/controller-tools/pkg/crd"
	crdmarkers "sigs.k8s.io/controller-tools/pkg/crd/markers"
	"sigs.k8s.io/controller-tools/pkg/loader"
	"sigs.k8s.io/controller-tools/pkg/markers"
)

var types = []string{"Container", "EnvVar", "PodSpec", "PodTemplateSpec", "Probe"}

func main() {
	roots, err := loader.LoadRoots("k8s.io/api/core/v1")
	if err != nil {
		log.Fatal(err)
	}
	registry := &markers.Registry{}
	if err := crdmarkers.Register(registry); err != nil {
		log.Fatal(err)
	}
	parser := &crd.Parser{
		Collector:                  &markers.Collector{Registry: registry},
		Checker:                    &loader.TypeChecker{},
		AllowDangerousTypes:        true,
		GenerateEmbeddedObjectMeta: true,
	}
	crd.AddKnownTypes(parser)
	schemas := map[string]apiext.JSONSchemaProps{}
	for _, name := range types {
		ident := crd.TypeIdent{Package: roots[0], Name: name}
		parser.NeedFlattenedSchemaFor(ident)
		schema := parser.FlattenedSchemata[ident]
		crd.TruncateDescription(&schema, 0)
		schemas[name] = schema
	}
	if err := json.NewEncoder(os.Stdout).Encode(schemas); err != nil {
		log.Fatal(err)
	}
}
