// Command flux-health reads the health of objects the way Flux's kustomize-controller does. It takes the file of a Flux
// Kustomization with healthCheckExprs, and objects as JSON, one a line on stdin. It prints one line an object: the status
// and, where an expression could not be evaluated, the error.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/fluxcd/pkg/apis/kustomize"
	"github.com/fluxcd/pkg/runtime/cel"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"
)

type kustomization struct {
	Spec struct {
		HealthCheckExprs []kustomize.CustomHealthCheck `json:"healthCheckExprs"`
	} `json:"spec"`
}

type answer struct {
	Status string `json:"status"`
	Error  string `json:"error,omitempty"`
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var checks kustomization
	if err := yaml.Unmarshal(text, &checks); err != nil {
		return err
	}
	reader, err := cel.NewStatusReader(checks.Spec.HealthCheckExprs)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		object := &unstructured.Unstructured{}
		if err := object.UnmarshalJSON(lines.Bytes()); err != nil {
			return err
		}
		status, err := reader(nil).ReadStatusForObject(context.Background(), nil, object)
		if err != nil {
			return err
		}
		result := answer{Status: string(status.Status)}
		if status.Error != nil {
			result.Error = status.Error.Error()
		}
		line, _ := json.Marshal(result)
		fmt.Println(string(line))
	}
	return lines.Err()
}
