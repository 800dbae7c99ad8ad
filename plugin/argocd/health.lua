-- Health of a DynamoGraphDeployment, v1alpha1 and v1beta1, for resource.customizations.health of argocd-cm.
-- The operator writes status.state, the condition Ready, status.rollingUpdate where it rolls pods itself, and replicas of
-- each component. It sets observedGeneration only where reconciling worked, so a failure counts whatever its generation.

local function answer(status, message)
  return { status = status, message = message }
end

local function of_ready(status)
  for _, condition in ipairs(status.conditions or {}) do
    if condition.type == "Ready" then
      return condition
    end
  end
  return {}
end

-- The first by name, since pairs has no order and a changing message is a changing resource to Argo CD.
local function outdated(status)
  local first = nil
  for name, component in pairs(status.components or status.services or {}) do
    local isBehind = (component.updatedReplicas or 0) < (component.replicas or 0)
    if isBehind and (first == nil or name < first) then
      first = name
    end
  end
  return first
end

local status = obj.status
if status == nil or status.state == nil then
  return answer("Progressing", "waiting for the Dynamo operator")
end

local ready = of_ready(status)
local message = ready.message or ""
local rollout = (status.rollingUpdate or {}).phase

if status.state == "failed" then
  return answer("Degraded", message)
end
if rollout == "Failed" then
  return answer("Degraded", "the rolling update failed")
end
if status.observedGeneration ~= nil and status.observedGeneration < obj.metadata.generation then
  return answer("Progressing", "the operator has not seen the latest change yet")
end
if status.state ~= "successful" or (ready.status ~= nil and ready.status ~= "True") then
  return answer("Progressing", message)
end

-- Operators without the fix of ai-dynamo/dynamo#3567 say successful while only old pods serve.
if rollout == "Pending" or rollout == "InProgress" then
  return answer("Progressing", "a rolling update is under way")
end
local behind = outdated(status)
if behind ~= nil then
  return answer("Progressing", "old pods of " .. behind .. " still run")
end
return answer("Healthy", message)
