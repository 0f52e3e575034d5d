using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Curricula.Data.Migrations.Postgres
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
                name: "campaigns",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    curriculum_id = table.Column<Guid>(type: "uuid", nullable: false),
                    curriculum_version = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    launched = table.Column<long>(type: "bigint", nullable: false),
                    launched_by = table.Column<Guid>(type: "uuid", nullable: false),
                    cancelled = table.Column<long>(type: "bigint", nullable: true),
                    cancelled_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => new { x.organisation, x.id });
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
                name: "curricula",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    newest = table.Column<int>(type: "integer", nullable: false),
                    open = table.Column<int>(type: "integer", nullable: true),
                    published = table.Column<int>(type: "integer", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curricula", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "curriculum_versions",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    curriculum_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_for = table.Column<int>(type: "integer", nullable: false),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_for = table.Column<int>(type: "integer", nullable: true),
                    approved_at = table.Column<long>(type: "bigint", nullable: true),
                    declined_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curriculum_versions", x => new { x.organisation, x.id });
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
                name: "published_scenarios",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_scenarios", x => new { x.organisation, x.id });
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
                name: "IX_campaigns_organisation_change_id",
                table: "campaigns",
                columns: new[] { "organisation", "change", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_organisation_curriculum_id_curriculum_version",
                table: "campaigns",
                columns: new[] { "organisation", "curriculum_id", "curriculum_version" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_organisation_due_on_id",
                table: "campaigns",
                columns: new[] { "organisation", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_curricula_organisation_code",
                table: "curricula",
                columns: new[] { "organisation", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_versions_organisation_change_id",
                table: "curriculum_versions",
                columns: new[] { "organisation", "change", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_curriculum_versions_organisation_curriculum_id_number",
                table: "curriculum_versions",
                columns: new[] { "organisation", "curriculum_id", "number" },
                unique: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropTable(
                name: "change_counts");

            migrationBuilder.DropTable(
                name: "commands");

            migrationBuilder.DropTable(
                name: "curricula");

            migrationBuilder.DropTable(
                name: "curriculum_versions");

            migrationBuilder.DropTable(
                name: "dead_letters");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "officer_registers");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "published_scenarios");
        }
    }
}
