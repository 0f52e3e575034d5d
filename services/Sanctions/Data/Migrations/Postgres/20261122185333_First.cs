using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Sanctions.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: true),
                    account = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<byte[]>(type: "bytea", nullable: false),
                    after = table.Column<byte[]>(type: "bytea", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: true),
                    chain = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    incident = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    violation_code = table.Column<string>(type: "text", nullable: false),
                    strand = table.Column<int>(type: "integer", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    constituency = table.Column<int>(type: "integer", nullable: false),
                    line_manager_at_hand_off = table.Column<Guid>(type: "uuid", nullable: true),
                    handed_off_by = table.Column<Guid>(type: "uuid", nullable: true),
                    happened = table.Column<long>(type: "bigint", nullable: false),
                    first_known = table.Column<long>(type: "bigint", nullable: false),
                    opened = table.Column<long>(type: "bigint", nullable: false),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    phi_impact = table.Column<string>(type: "text", nullable: true),
                    exemption = table.Column<string>(type: "text", nullable: true),
                    review = table.Column<string>(type: "text", nullable: true),
                    technical_closure = table.Column<string>(type: "text", nullable: true),
                    compliance_closure = table.Column<string>(type: "text", nullable: true),
                    proposals = table.Column<string>(type: "text", nullable: false),
                    signed_level = table.Column<int>(type: "integer", nullable: true),
                    remediation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    remediation = table.Column<string>(type: "text", nullable: true),
                    no_remediation_because = table.Column<string>(type: "text", nullable: false),
                    execution = table.Column<string>(type: "text", nullable: true),
                    closed = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "change_counts",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_counts", x => x.organisation);
                });

            migrationBuilder.CreateTable(
                name: "choices",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    run = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    scenario = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    choice = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    violation_code = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_choices", x => new { x.organisation, x.run, x.step });
                });

            migrationBuilder.CreateTable(
                name: "commands",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    response = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commands", x => new { x.organisation, x.account, x.method, x.key });
                });

            migrationBuilder.CreateTable(
                name: "dead_letters",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    envelope = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    received = table.Column<long>(type: "bigint", nullable: false),
                    resolved = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dead_letters", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    handled = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.organisation, x.source, x.event_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "officer_registers",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    designations = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_registers", x => x.organisation);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    created = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt = table.Column<long>(type: "bigint", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    parked = table.Column<bool>(type: "boolean", nullable: false),
                    lease_owner = table.Column<Guid>(type: "uuid", nullable: true),
                    sent = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    line_manager = table.Column<Guid>(type: "uuid", nullable: true),
                    constituency = table.Column<int>(type: "integer", nullable: false),
                    has_left = table.Column<bool>(type: "boolean", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "policies",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    published = table.Column<long>(type: "bigint", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policies", x => new { x.organisation, x.version });
                });

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    scenario = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    finished = table.Column<long>(type: "bigint", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_runs", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "scenario_versions",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    scenario = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    published = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scenario_versions", x => new { x.organisation, x.scenario, x.version });
                });

            migrationBuilder.CreateTable(
                name: "taught_decisions",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    scenario = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    scene = table.Column<string>(type: "text", nullable: false),
                    violation_code = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    competency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_taught_decisions", x => new { x.organisation, x.scenario, x.version, x.scene, x.violation_code });
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_organisation_sequence",
                table: "audit",
                columns: new[] { "organisation", "sequence" },
                unique: true,
                filter: "sequence IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_audit_organisation_subject_id",
                table: "audit",
                columns: new[] { "organisation", "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_unsealed",
                table: "audit",
                columns: new[] { "organisation", "id" },
                filter: "sequence IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_organisation_change_id",
                table: "cases",
                columns: new[] { "organisation", "change", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_organisation_incident",
                table: "cases",
                columns: new[] { "organisation", "incident" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_organisation_remediation_id",
                table: "cases",
                columns: new[] { "organisation", "remediation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_organisation_state_id",
                table: "cases",
                columns: new[] { "organisation", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_organisation_subject_happened",
                table: "cases",
                columns: new[] { "organisation", "subject", "happened" });

            migrationBuilder.CreateIndex(
                name: "IX_choices_organisation_member_scenario",
                table: "choices",
                columns: new[] { "organisation", "member", "scenario" });

            migrationBuilder.CreateIndex(
                name: "IX_dead_letters_organisation_source_event_id_topic",
                table: "dead_letters",
                columns: new[] { "organisation", "source", "event_id", "topic" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dead_letters_waiting",
                table: "dead_letters",
                column: "id",
                filter: "resolved IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_leased",
                table: "outbox",
                column: "lease_owner",
                filter: "lease_owner IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_parked",
                table: "outbox",
                columns: new[] { "organisation", "id" },
                filter: "parked");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_sent",
                table: "outbox",
                column: "sent",
                filter: "sent IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_unsent",
                table: "outbox",
                columns: new[] { "organisation", "id" },
                filter: "sent IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                table: "outbox",
                columns: new[] { "next_attempt", "id" },
                filter: "sent IS NULL AND NOT parked");

            migrationBuilder.CreateIndex(
                name: "IX_runs_organisation_member_scenario",
                table: "runs",
                columns: new[] { "organisation", "member", "scenario" });

            migrationBuilder.CreateIndex(
                name: "IX_taught_decisions_organisation_decision",
                table: "taught_decisions",
                columns: new[] { "organisation", "decision" });

            migrationBuilder.CreateIndex(
                name: "IX_taught_decisions_organisation_violation_code",
                table: "taught_decisions",
                columns: new[] { "organisation", "violation_code" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "change_counts");

            migrationBuilder.DropTable(
                name: "choices");

            migrationBuilder.DropTable(
                name: "commands");

            migrationBuilder.DropTable(
                name: "dead_letters");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "officer_registers");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "policies");

            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.DropTable(
                name: "scenario_versions");

            migrationBuilder.DropTable(
                name: "taught_decisions");
        }
    }
}
