// Command apiserver-schema does with objects what an API server does with custom resources, by the API server's own
// libraries. The first line of stdin is the definition of the resource; every other one is an object, or two that are to be
// merged as server-side apply and Dynamo's operator merge them. It answers each with a line of JSON.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
)

// Objects may be large: a rendered graph with a long override on one line.
const maxLine = 1 << 26

type request struct {
	Object map[string]any   `json:"object"`
	Merge  []map[string]any `json:"merge"`
}

type answer struct {
	// Why the object is refused; empty for one that is admitted.
	Refused []string `json:"refused"`
	// Paths of fields that nobody knows.
	Pruned []string `json:"pruned"`
	// The object as it is stored, with what it gets by default.
	Stored map[string]any `json:"stored,omitempty"`
	Merged map[string]any `json:"merged,omitempty"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, maxLine)
	if !lines.Scan() {
		log.Fatal("the definition of the resource is missing")
	}
	resource, err := newResource(lines.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		line, err := json.Marshal(resource.answer(lines.Bytes()))
		if err != nil {
			log.Fatal(err)
		}
		fmt.Fprintln(out, string(line))
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}

func (r *resource) answer(line []byte) answer {
	var asked request
	if err := unmarshal(line, &asked); err != nil {
		return refusal(err)
	}
	if asked.Merge != nil {
		return r.merge(asked.Merge[0], asked.Merge[1])
	}
	return r.admit(asked.Object)
}

func refusal(err error) answer {
	return answer{Refused: []string{err.Error()}}
}
