# What one can do here. Each target is a small script in scripts/.
.DEFAULT_GOAL := help
POSTGRES ?=
SAMPLE ?= yes
.PHONY: help run deps build test test-long bench new-migration public-api contracts-snapshot schema examples

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-20s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Start everything on this machine and play the sample (SAMPLE=no: empty; POSTGRES="Host=…": there instead of SQLite)
	@scripts/run --sample "$(SAMPLE)" $(if $(POSTGRES),--postgres "$(POSTGRES)")

deps: ## Install what the tests need: PostgreSQL and chromium from Debian, the npm peers
	@scripts/deps

build: ## Build everything
	@dotnet build Training.sln --nologo -v quiet

test: ## Run every test (DEPS=no: install nothing, skip by name what is missing)
	@scripts/test

test-long: ## The same with the long runs whole (hours)
	@TRAINING_LONG=1 scripts/test

bench: ## Measure against floors and peers (only=text: the rows whose name contains it)
	@scripts/bench "$(only)"

new-migration: ## service=Reference name=AddOwner: a migration for each database
	@scripts/new-migration "$(service)" "$(name)"

public-api: ## Write runtime/*/PublicApi.txt anew
	@scripts/snapshot PublicApi

contracts-snapshot: ## Write contracts/fields.txt anew, after adding to a .proto
	@scripts/snapshot ContractFields

schema: ## Write gateway/schema.graphql anew, as the gateway exports it
	@scripts/schema

examples: ## Play gateway/examples on the sample hospital and write down what is answered
	@TRAINING_SNAPSHOTS=write dotnet test tests/Gateway.Tests --nologo -v quiet --filter FullyQualifiedName~ExampleTests
