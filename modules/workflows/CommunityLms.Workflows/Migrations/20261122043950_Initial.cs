using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Workflows.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wf_definition",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 60, nullable: false),
                    Name = table.Column<string>(maxLength: 120, nullable: false),
                    Draft = table.Column<string>(nullable: false),
                    CurrentVersionId = table.Column<Guid>(nullable: true),
                    LastVersion = table.Column<int>(nullable: false),
                    RequestedBy = table.Column<string>(maxLength: 2000, nullable: true),
                    ArchivedOn = table.Column<DateOnly>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_definition", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wf_deputy",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    DeputyId = table.Column<Guid>(nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_deputy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wf_duework",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    DueAt = table.Column<DateTime>(nullable: false),
                    Attempts = table.Column<int>(nullable: false),
                    Payload = table.Column<string>(nullable: true),
                    Error = table.Column<string>(maxLength: 2000, nullable: true),
                    IsHeld = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_duework", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wf_keptmessage",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    Key = table.Column<string>(maxLength: 200, nullable: false),
                    UnitId = table.Column<Guid>(nullable: true),
                    Variables = table.Column<string>(nullable: false),
                    SentAt = table.Column<DateTime>(nullable: false),
                    TakenAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_keptmessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wf_definitionversion",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    DefinitionId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Xml = table.Column<string>(nullable: false),
                    Note = table.Column<string>(maxLength: 500, nullable: true),
                    PublishedAt = table.Column<DateTime>(nullable: false),
                    PublishedBy = table.Column<string>(maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_definitionversion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_definitionversion_wf_definition_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "wf_definition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wf_startpoint",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    DefinitionId = table.Column<Guid>(nullable: false),
                    NodeId = table.Column<string>(maxLength: 200, nullable: false),
                    Message = table.Column<string>(maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_startpoint", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_startpoint_wf_definition_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "wf_definition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wf_case",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DefinitionId = table.Column<Guid>(nullable: false),
                    DefinitionKey = table.Column<string>(maxLength: 60, nullable: false),
                    VersionId = table.Column<Guid>(nullable: false),
                    Version = table.Column<int>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Title = table.Column<string>(maxLength: 200, nullable: false),
                    BusinessKey = table.Column<string>(maxLength: 120, nullable: true),
                    StarterId = table.Column<Guid>(nullable: true),
                    StartedBy = table.Column<string>(maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTime>(nullable: false),
                    MovedAt = table.Column<DateTime>(nullable: false),
                    EndedAt = table.Column<DateTime>(nullable: true),
                    Outcome = table.Column<string>(maxLength: 40, nullable: false),
                    UrgedAt = table.Column<DateTime>(nullable: true),
                    ParentId = table.Column<Guid>(nullable: true),
                    ParentInstance = table.Column<int>(nullable: true),
                    Depth = table.Column<int>(nullable: false),
                    State = table.Column<string>(nullable: false),
                    Steps = table.Column<int>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_case", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_case_wf_definitionversion_VersionId",
                        column: x => x.VersionId,
                        principalTable: "wf_definitionversion",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "wf_casecopy",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    CaseId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    SentBy = table.Column<string>(maxLength: 200, nullable: false),
                    SentAt = table.Column<DateTime>(nullable: false),
                    SeenAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_casecopy", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_casecopy_wf_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "wf_case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wf_caseentry",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    CaseId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Number = table.Column<int>(nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    Who = table.Column<string>(maxLength: 200, nullable: false),
                    PersonId = table.Column<Guid>(nullable: true),
                    NodeId = table.Column<string>(maxLength: 200, nullable: true),
                    AboutPersonId = table.Column<Guid>(nullable: true),
                    Text = table.Column<string>(maxLength: 2000, nullable: true),
                    Event = table.Column<string>(nullable: true),
                    Lines = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_caseentry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_caseentry_wf_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "wf_case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wf_caseincident",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    CaseId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Instance = table.Column<int>(nullable: false),
                    NodeId = table.Column<string>(maxLength: 200, nullable: false),
                    Text = table.Column<string>(maxLength: 2000, nullable: false),
                    Arguments = table.Column<string>(nullable: false),
                    WorkId = table.Column<Guid>(nullable: true),
                    RaisedAt = table.Column<DateTime>(nullable: false),
                    ResolvedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_caseincident", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_caseincident_wf_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "wf_case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wf_messagewait",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    CaseId = table.Column<Guid>(nullable: false),
                    Subscription = table.Column<int>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    Key = table.Column<string>(maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_messagewait", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_messagewait_wf_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "wf_case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wf_workitem",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    CaseId = table.Column<Guid>(nullable: false),
                    Instance = table.Column<int>(nullable: false),
                    NodeId = table.Column<string>(maxLength: 200, nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    PersonId = table.Column<Guid>(nullable: true),
                    Role = table.Column<string>(maxLength: 120, nullable: true),
                    RoleUnitId = table.Column<Guid>(nullable: true),
                    OwnerId = table.Column<Guid>(nullable: true),
                    Recipient = table.Column<string>(maxLength: 200, nullable: false),
                    OpenedAt = table.Column<DateTime>(nullable: false),
                    DueOn = table.Column<DateOnly>(nullable: true),
                    SortDue = table.Column<DateOnly>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    ClosedAt = table.Column<DateTime>(nullable: true),
                    DoneById = table.Column<Guid>(nullable: true),
                    Draft = table.Column<string>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_workitem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_workitem_wf_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "wf_case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_wf_case_DefinitionId_BusinessKey",
                table: "wf_case",
                columns: new[] { "DefinitionId", "BusinessKey" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_case_ParentId_ParentInstance",
                table: "wf_case",
                columns: new[] { "ParentId", "ParentInstance" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_case_TenantId_Outcome_Id",
                table: "wf_case",
                columns: new[] { "TenantId", "Outcome", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_case_TenantId_StarterId_Id",
                table: "wf_case",
                columns: new[] { "TenantId", "StarterId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_case_VersionId",
                table: "wf_case",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_wf_casecopy_CaseId",
                table: "wf_casecopy",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_wf_casecopy_TenantId_PersonId_Id",
                table: "wf_casecopy",
                columns: new[] { "TenantId", "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_caseentry_CaseId_Id",
                table: "wf_caseentry",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_caseincident_CaseId",
                table: "wf_caseincident",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_wf_caseincident_TenantId_ResolvedAt_UnitId",
                table: "wf_caseincident",
                columns: new[] { "TenantId", "ResolvedAt", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_definition_TenantId_Key",
                table: "wf_definition",
                columns: new[] { "TenantId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_definitionversion_DefinitionId_Number",
                table: "wf_definitionversion",
                columns: new[] { "DefinitionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_deputy_TenantId_DeputyId",
                table: "wf_deputy",
                columns: new[] { "TenantId", "DeputyId" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_deputy_TenantId_PersonId",
                table: "wf_deputy",
                columns: new[] { "TenantId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_duework_DueAt",
                table: "wf_duework",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_wf_duework_OwnerId_Kind_Number",
                table: "wf_duework",
                columns: new[] { "OwnerId", "Kind", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_keptmessage_SentAt",
                table: "wf_keptmessage",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_wf_keptmessage_TenantId_Name_Key",
                table: "wf_keptmessage",
                columns: new[] { "TenantId", "Name", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_messagewait_CaseId",
                table: "wf_messagewait",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_wf_messagewait_TenantId_Name_Key",
                table: "wf_messagewait",
                columns: new[] { "TenantId", "Name", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_startpoint_DefinitionId",
                table: "wf_startpoint",
                column: "DefinitionId");

            migrationBuilder.CreateIndex(
                name: "IX_wf_startpoint_TenantId_Message",
                table: "wf_startpoint",
                columns: new[] { "TenantId", "Message" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_workitem_CaseId_Instance",
                table: "wf_workitem",
                columns: new[] { "CaseId", "Instance" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_workitem_TenantId_DoneById_Id",
                table: "wf_workitem",
                columns: new[] { "TenantId", "DoneById", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_workitem_TenantId_State_Recipient_SortDue_Id",
                table: "wf_workitem",
                columns: new[] { "TenantId", "State", "Recipient", "SortDue", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wf_casecopy");

            migrationBuilder.DropTable(
                name: "wf_caseentry");

            migrationBuilder.DropTable(
                name: "wf_caseincident");

            migrationBuilder.DropTable(
                name: "wf_deputy");

            migrationBuilder.DropTable(
                name: "wf_duework");

            migrationBuilder.DropTable(
                name: "wf_keptmessage");

            migrationBuilder.DropTable(
                name: "wf_messagewait");

            migrationBuilder.DropTable(
                name: "wf_startpoint");

            migrationBuilder.DropTable(
                name: "wf_workitem");

            migrationBuilder.DropTable(
                name: "wf_case");

            migrationBuilder.DropTable(
                name: "wf_definitionversion");

            migrationBuilder.DropTable(
                name: "wf_definition");
        }
    }
}
