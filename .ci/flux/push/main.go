// Command flux-push pushes a folder as `flux push artifact` does, to a registry in its own memory on the loopback, and
// pulls it into another folder as Flux does. It prints the manifest that the registry holds.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/fluxcd/pkg/oci"
	"github.com/fluxcd/pkg/sourceignore"
	"github.com/google/go-containerregistry/pkg/crane"
	"github.com/google/go-containerregistry/pkg/registry"
)

func main() {
	if err := roundTrip(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func roundTrip(folder, target string) error {
	server := httptest.NewServer(registry.New(registry.Logger(log.New(io.Discard, "", 0))))
	defer server.Close()
	url := strings.TrimPrefix(server.URL, "http://") + "/graphs:latest"
	client := oci.NewClient(oci.DefaultOptions())
	ctx := context.Background()
	meta := oci.Metadata{Source: "https://git.example.com/serving.git", Revision: "main@sha1:0000000000000000000000000000000000000000"}
	// What the program ignores unless told otherwise (cmd/flux/build_artifact.go).
	ignored := strings.Split(sourceignore.ExcludeVCS+","+sourceignore.ExcludeExt, ",")
	if _, err := client.Push(ctx, url, folder, oci.WithPushMetadata(meta), oci.WithPushIgnorePaths(ignored...)); err != nil {
		return err
	}
	manifest, err := crane.Manifest(url)
	if err != nil {
		return err
	}
	fmt.Println(string(manifest))
	_, err = client.Pull(ctx, url, target)
	return err
}
