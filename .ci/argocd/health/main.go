// Command health runs a health script the way Argo CD does, over resources as JSON, one a line on stdin.
// It prints one line a resource: the status and the message, or "error" and why the script failed.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/argoproj/argo-cd/v3/util/lua"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

type answer struct {
	Status  string `json:"status"`
	Message string `json:"message"`
}

func main() {
	script, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line, _ := json.Marshal(healthOf(lines.Bytes(), string(script)))
		fmt.Println(string(line))
	}
}

func healthOf(resource []byte, script string) answer {
	object := &unstructured.Unstructured{}
	if err := json.Unmarshal(resource, &object.Object); err != nil {
		return answer{"error", err.Error()}
	}
	health, err := lua.VM{}.ExecuteHealthLua(object, script)
	if err != nil {
		return answer{"error", err.Error()}
	}
	return answer{string(health.Status), health.Message}
}
