// Command flux-build prints what Flux applies of a repository: it takes the repository's folder and the file of a Flux
// Kustomization. The source loses what source-controller leaves out of artifacts, the kustomization is generated, built
// and substituted as kustomize-controller does it.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/fluxcd/pkg/kustomize"
	"github.com/fluxcd/pkg/sourceignore"
	"github.com/fluxcd/pkg/tar"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"
)

func main() {
	manifests, err := build(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(manifests)
}

func build(repository, file string) ([]byte, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	kustomization := unstructured.Unstructured{}
	if err := yaml.Unmarshal(text, &kustomization.Object); err != nil {
		return nil, err
	}
	source, err := artifact(repository)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(source)
	path, _, _ := unstructured.NestedString(kustomization.Object, "spec", "path")
	folder := filepath.Join(source, path)
	if _, err := kustomize.NewGenerator(source, kustomization).WriteFile(folder); err != nil {
		return nil, err
	}
	resources, err := kustomize.SecureBuild(source, folder, false)
	if err != nil {
		return nil, fmt.Errorf("kustomize build failed: %w", err)
	}
	if _, ok, _ := unstructured.NestedMap(kustomization.Object, "spec", "postBuild"); ok {
		for _, resource := range resources.Resources() {
			// Variables from ConfigMaps and Secrets would need a cluster.
			changed, err := kustomize.SubstituteVariables(context.Background(), nil, kustomization, resource, kustomize.SubstituteWithDryRun(true))
			if err != nil {
				return nil, err
			}
			if changed == nil {
				continue
			}
			if _, err := resources.Replace(changed); err != nil {
				return nil, err
			}
		}
	}
	return resources.AsYaml()
}

// artifact unpacks the repository without what is ignored, as a controller gets it.
func artifact(repository string) (string, error) {
	repository, err := filepath.EvalSymlinks(repository)
	if err != nil {
		return "", err
	}
	domain := strings.Split(repository, string(filepath.Separator))
	patterns, err := sourceignore.LoadIgnorePatterns(repository, domain)
	if err != nil {
		return "", err
	}
	matcher := sourceignore.NewDefaultMatcher(patterns, domain)
	archive, err := os.CreateTemp("", "flux-build-*.tar.gz")
	if err != nil {
		return "", err
	}
	defer os.Remove(archive.Name())
	ignored := func(path string, info os.FileInfo) bool {
		return matcher.Match(strings.Split(path, string(filepath.Separator)), info.IsDir())
	}
	if _, err := tar.Tar(repository, archive, tar.WithFilter(ignored)); err != nil {
		return "", err
	}
	if _, err := archive.Seek(0, 0); err != nil {
		return "", err
	}
	target, err := os.MkdirTemp("", "flux-build-")
	if err != nil {
		return "", err
	}
	return target, tar.Untar(archive, target)
}
