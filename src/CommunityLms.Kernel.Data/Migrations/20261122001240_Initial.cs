using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Kernel.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "core_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    AccountId = table.Column<Guid>(nullable: true),
                    Who = table.Column<string>(maxLength: 200, nullable: false),
                    EntityType = table.Column<string>(maxLength: 200, nullable: false),
                    EntityId = table.Column<string>(maxLength: 100, nullable: false),
                    Action = table.Column<string>(maxLength: 40, nullable: false),
                    Changes = table.Column<string>(nullable: false),
                    ChangeSetId = table.Column<Guid>(nullable: true),
                    TraceId = table.Column<string>(maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_filerecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 260, nullable: false),
                    ContentType = table.Column<string>(maxLength: 120, nullable: false),
                    Length = table.Column<long>(nullable: false),
                    ContentHash = table.Column<string>(maxLength: 64, nullable: false),
                    StoredAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_filerecord", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_importrun",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Importer = table.Column<string>(maxLength: 60, nullable: false),
                    FileId = table.Column<Guid>(nullable: false),
                    FileName = table.Column<string>(maxLength: 260, nullable: false),
                    Rows = table.Column<int>(nullable: false),
                    AccountId = table.Column<Guid>(nullable: true),
                    Who = table.Column<string>(maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Mapping = table.Column<string>(nullable: false),
                    ToAdd = table.Column<int>(nullable: false),
                    ToChange = table.Column<int>(nullable: false),
                    Same = table.Column<int>(nullable: false),
                    Bad = table.Column<int>(nullable: false),
                    Problems = table.Column<string>(nullable: false),
                    Examples = table.Column<string>(nullable: false),
                    OnlyGood = table.Column<bool>(nullable: false),
                    IsComplete = table.Column<bool>(nullable: false),
                    JobId = table.Column<Guid>(nullable: true),
                    Failure = table.Column<string>(nullable: true),
                    ChangeSetId = table.Column<Guid>(nullable: true),
                    UndoSetId = table.Column<Guid>(nullable: true),
                    Slot = table.Column<string>(maxLength: 40, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_importrun", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_inbox",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(nullable: false),
                    Handler = table.Column<string>(maxLength: 300, nullable: false),
                    HandledAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_inbox", x => new { x.MessageId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "core_jobrecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: true),
                    AccountId = table.Column<Guid>(nullable: true),
                    PersonId = table.Column<Guid>(nullable: true),
                    Who = table.Column<string>(maxLength: 200, nullable: false),
                    IsHostAdministrator = table.Column<bool>(nullable: false),
                    TokenScope = table.Column<string>(nullable: true),
                    Title = table.Column<string>(maxLength: 200, nullable: false),
                    JobType = table.Column<string>(maxLength: 300, nullable: false),
                    Args = table.Column<string>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Done = table.Column<int>(nullable: false),
                    Total = table.Column<int>(nullable: false),
                    Doing = table.Column<string>(maxLength: 400, nullable: true),
                    Error = table.Column<string>(maxLength: 2000, nullable: true),
                    ErrorArgs = table.Column<string>(nullable: true),
                    Attempts = table.Column<int>(nullable: false),
                    CancelRequested = table.Column<bool>(nullable: false),
                    QueuedAt = table.Column<DateTime>(nullable: false),
                    DueAt = table.Column<DateTime>(nullable: false),
                    StartedAt = table.Column<DateTime>(nullable: true),
                    FinishedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_jobrecord", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_notification",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    AccountId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 200, nullable: false),
                    Args = table.Column<string>(maxLength: 2000, nullable: false),
                    Url = table.Column<string>(maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    ReadAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_notification", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_notificationchoice",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    AccountId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 200, nullable: false),
                    InApp = table.Column<bool>(nullable: false),
                    ByMail = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_notificationchoice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: true),
                    AccountId = table.Column<Guid>(nullable: true),
                    Who = table.Column<string>(maxLength: 200, nullable: false),
                    EventType = table.Column<string>(maxLength: 300, nullable: false),
                    Payload = table.Column<string>(nullable: false),
                    OccurredAt = table.Column<DateTime>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(nullable: false),
                    NextAttemptAt = table.Column<DateTime>(nullable: false),
                    LeaseHolder = table.Column<Guid>(nullable: true),
                    Error = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_outgoingmail",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    To = table.Column<string>(maxLength: 256, nullable: false),
                    Subject = table.Column<string>(maxLength: 400, nullable: false),
                    Text = table.Column<string>(nullable: false),
                    WrittenAt = table.Column<DateTime>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(nullable: false),
                    NextAttemptAt = table.Column<DateTime>(nullable: false),
                    Error = table.Column<string>(maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_outgoingmail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_protectionkey",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    Xml = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_protectionkey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "core_settingvalue",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    Level = table.Column<string>(maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(nullable: false),
                    Text = table.Column<string>(maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_settingvalue", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_ChangeSetId",
                table: "core_audit",
                column: "ChangeSetId");

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_EntityId_Id",
                table: "core_audit",
                columns: new[] { "EntityId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_core_audit_TenantId_Id",
                table: "core_audit",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_core_filerecord_TenantId_ContentHash",
                table: "core_filerecord",
                columns: new[] { "TenantId", "ContentHash" });

            migrationBuilder.CreateIndex(
                name: "IX_core_importrun_TenantId_Importer_Id",
                table: "core_importrun",
                columns: new[] { "TenantId", "Importer", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_core_importrun_TenantId_Slot",
                table: "core_importrun",
                columns: new[] { "TenantId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_core_inbox_HandledAt",
                table: "core_inbox",
                column: "HandledAt");

            migrationBuilder.CreateIndex(
                name: "IX_core_jobrecord_JobType_QueuedAt",
                table: "core_jobrecord",
                columns: new[] { "JobType", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_core_jobrecord_State_DueAt",
                table: "core_jobrecord",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_core_jobrecord_TenantId_QueuedAt",
                table: "core_jobrecord",
                columns: new[] { "TenantId", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_core_notification_TenantId_AccountId_At",
                table: "core_notification",
                columns: new[] { "TenantId", "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_core_notificationchoice_AccountId_Kind",
                table: "core_notificationchoice",
                columns: new[] { "AccountId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_core_outbox_State_NextAttemptAt",
                table: "core_outbox",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_core_outgoingmail_State_NextAttemptAt",
                table: "core_outgoingmail",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_core_settingvalue_OwnerId_Name",
                table: "core_settingvalue",
                columns: new[] { "OwnerId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "core_audit");

            migrationBuilder.DropTable(
                name: "core_filerecord");

            migrationBuilder.DropTable(
                name: "core_importrun");

            migrationBuilder.DropTable(
                name: "core_inbox");

            migrationBuilder.DropTable(
                name: "core_jobrecord");

            migrationBuilder.DropTable(
                name: "core_notification");

            migrationBuilder.DropTable(
                name: "core_notificationchoice");

            migrationBuilder.DropTable(
                name: "core_outbox");

            migrationBuilder.DropTable(
                name: "core_outgoingmail");

            migrationBuilder.DropTable(
                name: "core_protectionkey");

            migrationBuilder.DropTable(
                name: "core_settingvalue");
        }
    }
}
