# conftest test --policy plugin/kubernetes/policy FILE...: what a review of plain workloads may insist on. An example to change.
package main

import rego.v1

workload if input.kind in {"Deployment", "LeaderWorkerSet"}

templates contains input.spec.template if input.kind == "Deployment"

templates contains input.spec.leaderWorkerTemplate[name] if {
	input.kind == "LeaderWorkerSet"
	name in {"leaderTemplate", "workerTemplate"}
}

containers contains container if {
	some template in templates
	some container in template.spec.containers
}

deny contains message if {
	some container in containers
	not startswith(container.image, "registry.example.com/")
	message := sprintf("%s %s: %s is not from registry.example.com", [input.kind, input.metadata.name, container.image])
}

deny contains message if {
	some container in containers
	regex.match(`:latest$|^[^:]+$`, container.image)
	message := sprintf("%s %s: %s has no fixed tag", [input.kind, input.metadata.name, container.image])
}

deny contains message if {
	input.kind in {"Role", "ClusterRole"}
	some rule in input.rules
	"secrets" in rule.resources
	message := sprintf("%s %s: pods of a graph read no secrets", [input.kind, input.metadata.name])
}

warn contains message if {
	some template in templates
	not template.spec.securityContext.runAsNonRoot
	message := sprintf("%s %s: may run as root", [input.kind, input.metadata.name])
}

warn contains message if {
	some container in containers
	not container.resources.requests.memory
	message := sprintf("%s %s: %s requests no memory", [input.kind, input.metadata.name, container.name])
}
