using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Workforce.Data.Migrations.Sqlite
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
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: true),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    before = table.Column<byte[]>(type: "BLOB", nullable: false),
                    after = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    chain = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "change_counts",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_counts", x => x.organisation);
                });

            migrationBuilder.CreateTable(
                name: "commands",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    request_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    response = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commands", x => new { x.organisation, x.account, x.method, x.key });
                });

            migrationBuilder.CreateTable(
                name: "dead_letters",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", nullable: false),
                    envelope = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    received = table.Column<long>(type: "INTEGER", nullable: false),
                    resolved = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dead_letters", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "designations",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office = table.Column<int>(type: "INTEGER", nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: false),
                    deputy = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_designations", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: false),
                    consumer = table.Column<string>(type: "TEXT", nullable: false),
                    handled = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.organisation, x.source, x.event_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "job_roles",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_roles", x => new { x.organisation, x.code });
                });

            migrationBuilder.CreateTable(
                name: "member_history",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded = table.Column<long>(type: "INTEGER", nullable: false),
                    import = table.Column<Guid>(type: "TEXT", nullable: true),
                    employee_number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    given_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    family_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    constituency = table.Column<int>(type: "INTEGER", nullable: false),
                    job_role = table.Column<string>(type: "TEXT", nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    site = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    manager = table.Column<Guid>(type: "TEXT", nullable: true),
                    phi_exposure = table.Column<int>(type: "INTEGER", nullable: false),
                    ephi_access = table.Column<bool>(type: "INTEGER", nullable: false),
                    hired_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_history", x => new { x.organisation, x.member_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    employee_number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    given_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    family_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    constituency = table.Column<int>(type: "INTEGER", nullable: false),
                    job_role = table.Column<string>(type: "TEXT", nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    site = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    manager = table.Column<Guid>(type: "TEXT", nullable: true),
                    phi_exposure = table.Column<int>(type: "INTEGER", nullable: false),
                    ephi_access = table.Column<bool>(type: "INTEGER", nullable: false),
                    hired_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    registered = table.Column<long>(type: "INTEGER", nullable: false),
                    leavers_limit_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    roster_as_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    register_version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.organisation);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", nullable: true),
                    created = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt = table.Column<long>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    parked = table.Column<bool>(type: "INTEGER", nullable: false),
                    lease_owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    sent = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "roster_imports",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    imported = table.Column<long>(type: "INTEGER", nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    leavers = table.Column<int>(type: "INTEGER", nullable: false),
                    rehired = table.Column<int>(type: "INTEGER", nullable: false),
                    rejected = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_imports", x => new { x.organisation, x.id });
                });

            migrationBuilder.CreateTable(
                name: "roster_rejects",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    import = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    employee_number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_rejects", x => new { x.organisation, x.import, x.line });
                });

            migrationBuilder.CreateTable(
                name: "sites",
                columns: table => new
                {
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sites", x => new { x.organisation, x.code });
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
                name: "IX_members_organisation_change_id",
                table: "members",
                columns: new[] { "organisation", "change", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_organisation_department_id",
                table: "members",
                columns: new[] { "organisation", "department", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_organisation_employee_number",
                table: "members",
                columns: new[] { "organisation", "employee_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_members_organisation_family_name_given_name_id",
                table: "members",
                columns: new[] { "organisation", "family_name", "given_name", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_organisation_manager_id",
                table: "members",
                columns: new[] { "organisation", "manager", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_organisation_site_id",
                table: "members",
                columns: new[] { "organisation", "site", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_organisation_status_id",
                table: "members",
                columns: new[] { "organisation", "status", "id" });

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
                name: "change_counts");

            migrationBuilder.DropTable(
                name: "commands");

            migrationBuilder.DropTable(
                name: "dead_letters");

            migrationBuilder.DropTable(
                name: "designations");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "job_roles");

            migrationBuilder.DropTable(
                name: "member_history");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "roster_imports");

            migrationBuilder.DropTable(
                name: "roster_rejects");

            migrationBuilder.DropTable(
                name: "sites");
        }
    }
}
