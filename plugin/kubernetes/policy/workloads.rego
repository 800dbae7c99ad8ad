# conftest test --policy plugin/kubernetes/policy FILE...: what a review of plain workloads may insist on. An example to change.
package main

import rego.v1

templates contains input.spec.template if input.kind == "Deployment"

templates contains input.spec.leaderWorkerTemplate[name] if {
	input.kind == "LeaderWorkerSet"
	name in {"leaderTemplate", "workerTemplate"}
}

# Containers that start before the others need an image as well.
containers contains container if {
	some template in templates
	some list in ["containers", "initContainers"]
	some container in template.spec[list]
}

deny contains message if {
	some container in containers
	not startswith(container.image, "registry.example.com/")
	message := sprintf("%s %s: %s is not from registry.example.com", [input.kind, input.metadata.name, container.image])
}

# A colon before a slash is that of a port.
fixed(image) if regex.match(`(:[^:/@]+|@sha256:[0-9a-f]{64})$`, image)

deny contains message if {
	some container in containers
	not fixed(container.image)
	message := sprintf("%s %s: %s has no tag", [input.kind, input.metadata.name, container.image])
}

deny contains message if {
	some container in containers
	endswith(container.image, ":latest")
	message := sprintf("%s %s: %s has no fixed tag", [input.kind, input.metadata.name, container.image])
}

deny contains message if {
	input.kind in {"Role", "ClusterRole"}
	some rule in input.rules
	some resource in {"secrets", "*"}
	resource in rule.resources
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
