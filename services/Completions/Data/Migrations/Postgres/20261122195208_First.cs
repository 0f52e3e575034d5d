using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Completions.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    duty = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    started = table.Column<bool>(type: "boolean", nullable: false),
                    assigned = table.Column<long>(type: "bigint", nullable: false),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    completed = table.Column<long>(type: "bigint", nullable: true),
                    closed = table.Column<long>(type: "bigint", nullable: true),
                    closed_because = table.Column<int>(type: "integer", nullable: true),
                    change = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignments", x => new { x.organisation, x.duty, x.member });
                });

            migrationBuilder.CreateTable(
                name: "attempts",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    run = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    scenario = table.Column<Guid>(type: "uuid", nullable: false),
                    scenario_version = table.Column<int>(type: "integer", nullable: false),
                    scenario_title = table.Column<string>(type: "text", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    finished = table.Column<long>(type: "bigint", nullable: false),
                    evidence_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    course = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attempts", x => new { x.organisation, x.run });
                });

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
                name: "cancellations",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    duty = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cancellations", x => new { x.organisation, x.duty });
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
                name: "completions",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment = table.Column<Guid>(type: "uuid", nullable: false),
                    duty = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    curriculum = table.Column<Guid>(type: "uuid", nullable: true),
                    curriculum_version = table.Column<int>(type: "integer", nullable: false),
                    completed = table.Column<long>(type: "bigint", nullable: false),
                    evidence_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_completions", x => new { x.organisation, x.id });
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
                name: "duties",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    curriculum = table.Column<Guid>(type: "uuid", nullable: true),
                    curriculum_version = table.Column<int>(type: "integer", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: true),
                    phi_exposures = table.Column<int>(type: "integer", nullable: false),
                    constituencies = table.Column<int>(type: "integer", nullable: false),
                    job_roles = table.Column<string>(type: "text", nullable: false),
                    sites = table.Column<string>(type: "text", nullable: false),
                    ephi_access_only = table.Column<bool>(type: "boolean", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    begun = table.Column<long>(type: "bigint", nullable: false),
                    cancelled = table.Column<long>(type: "bigint", nullable: true),
                    cancelled_because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duties", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "equivalents",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    course = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    scenario = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    accepted = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_equivalents", x => new { x.organisation, x.id });
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
                name: "members",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    constituency = table.Column<int>(type: "integer", nullable: false),
                    job_role = table.Column<string>(type: "text", nullable: false),
                    site = table.Column<string>(type: "text", nullable: false),
                    department = table.Column<string>(type: "text", nullable: false),
                    manager = table.Column<Guid>(type: "uuid", nullable: true),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    phi_exposure = table.Column<int>(type: "integer", nullable: false),
                    ephi_access = table.Column<bool>(type: "boolean", nullable: false),
                    present = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => new { x.organisation, x.id });
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
                name: "completion_scenarios",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    completion = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    scenario = table.Column<Guid>(type: "uuid", nullable: false),
                    scenario_version = table.Column<int>(type: "integer", nullable: false),
                    scenario_title = table.Column<string>(type: "text", nullable: false),
                    run = table.Column<Guid>(type: "uuid", nullable: false),
                    finished = table.Column<long>(type: "bigint", nullable: false),
                    evidence_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_completion_scenarios", x => new { x.organisation, x.completion, x.position });
                    table.ForeignKey(
                        name: "FK_completion_scenarios_completions_organisation_completion",
                        columns: x => new { x.organisation, x.completion },
                        principalTable: "completions",
                        principalColumns: new[] { "organisation", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "duty_scenarios",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    duty = table.Column<Guid>(type: "uuid", nullable: false),
                    scenario = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_scenarios", x => new { x.organisation, x.duty, x.scenario });
                    table.ForeignKey(
                        name: "FK_duty_scenarios_duties_organisation_duty",
                        columns: x => new { x.organisation, x.duty },
                        principalTable: "duties",
                        principalColumns: new[] { "organisation", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_assignments_organisation_change_id",
                table: "assignments",
                columns: new[] { "organisation", "change", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_assignments_organisation_duty_state_id",
                table: "assignments",
                columns: new[] { "organisation", "duty", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_assignments_organisation_id",
                table: "assignments",
                columns: new[] { "organisation", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assignments_organisation_member_id",
                table: "assignments",
                columns: new[] { "organisation", "member", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_assignments_organisation_state_due_id",
                table: "assignments",
                columns: new[] { "organisation", "state", "due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_attempts_organisation_finished",
                table: "attempts",
                columns: new[] { "organisation", "finished" });

            migrationBuilder.CreateIndex(
                name: "IX_attempts_organisation_member_finished",
                table: "attempts",
                columns: new[] { "organisation", "member", "finished" });

            migrationBuilder.CreateIndex(
                name: "IX_attempts_organisation_provider_reference",
                table: "attempts",
                columns: new[] { "organisation", "provider", "reference" },
                unique: true,
                filter: "provider <> ''");

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
                name: "IX_completions_organisation_assignment",
                table: "completions",
                columns: new[] { "organisation", "assignment" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_completions_organisation_change_id",
                table: "completions",
                columns: new[] { "organisation", "change", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_completions_organisation_duty_id",
                table: "completions",
                columns: new[] { "organisation", "duty", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_completions_organisation_member_completed",
                table: "completions",
                columns: new[] { "organisation", "member", "completed" });

            migrationBuilder.CreateIndex(
                name: "IX_completions_organisation_member_id",
                table: "completions",
                columns: new[] { "organisation", "member", "id" });

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
                name: "IX_duties_organisation_member_due_on",
                table: "duties",
                columns: new[] { "organisation", "member", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_equivalents_organisation_provider_course_scenario",
                table: "equivalents",
                columns: new[] { "organisation", "provider", "course", "scenario" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_organisation_department",
                table: "members",
                columns: new[] { "organisation", "department" });

            migrationBuilder.CreateIndex(
                name: "IX_members_organisation_manager",
                table: "members",
                columns: new[] { "organisation", "manager" });

            migrationBuilder.CreateIndex(
                name: "IX_members_organisation_site",
                table: "members",
                columns: new[] { "organisation", "site" });

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

            foreach (var guard in LedgerGuard.OnPostgres)
                migrationBuilder.Sql(guard);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assignments");

            migrationBuilder.DropTable(
                name: "attempts");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "cancellations");

            migrationBuilder.DropTable(
                name: "change_counts");

            migrationBuilder.DropTable(
                name: "commands");

            migrationBuilder.DropTable(
                name: "completion_scenarios");

            migrationBuilder.DropTable(
                name: "dead_letters");

            migrationBuilder.DropTable(
                name: "duty_scenarios");

            migrationBuilder.DropTable(
                name: "equivalents");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "completions");

            migrationBuilder.DropTable(
                name: "duties");
        }
    }
}
