using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Mentoring.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "men_programme",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 120, nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: false),
                    MidtermOn = table.Column<DateOnly>(nullable: true),
                    WorkflowKey = table.Column<string>(maxLength: 60, nullable: false),
                    AmendmentKey = table.Column<string>(maxLength: 60, nullable: true),
                    AllowsOneSchool = table.Column<bool>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_programme", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "men_contract",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ProgrammeId = table.Column<Guid>(nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    MentorId = table.Column<Guid>(nullable: false),
                    MentorSchoolId = table.Column<Guid>(nullable: false),
                    TraineeId = table.Column<Guid>(nullable: false),
                    TraineeSchoolId = table.Column<Guid>(nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: false),
                    CaseId = table.Column<Guid>(nullable: true),
                    WorkflowKey = table.Column<string>(maxLength: 60, nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    Training = table.Column<string>(maxLength: 40, nullable: false),
                    Participation = table.Column<string>(maxLength: 40, nullable: false),
                    StatusReason = table.Column<string>(maxLength: 40, nullable: true),
                    StatusSince = table.Column<DateOnly>(nullable: true),
                    CompletedOn = table.Column<DateOnly>(nullable: true),
                    Amendment = table.Column<int>(nullable: false),
                    PendingAmendment = table.Column<int>(nullable: true),
                    MentorConclusion = table.Column<string>(maxLength: 4000, nullable: true),
                    TraineeConclusion = table.Column<string>(maxLength: 4000, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_contract", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_contract_men_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "men_programme",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "men_programmestage",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ProgrammeId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_programmestage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_programmestage_men_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "men_programme",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_programmesubject",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ProgrammeId = table.Column<Guid>(nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_programmesubject", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_programmesubject_men_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "men_programme",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_requiredactivity",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ProgrammeId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Times = table.Column<int>(nullable: false),
                    Side = table.Column<string>(maxLength: 40, nullable: true),
                    SubjectId = table.Column<Guid>(nullable: true),
                    MinimumCharacters = table.Column<int>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_requiredactivity", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_requiredactivity_men_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "men_programme",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_askedstep",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ContractId = table.Column<Guid>(nullable: false),
                    Step = table.Column<string>(maxLength: 40, nullable: false),
                    Number = table.Column<int>(nullable: false),
                    By = table.Column<string>(maxLength: 40, nullable: false),
                    Since = table.Column<DateTime>(nullable: false),
                    EndedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_askedstep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_askedstep_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_confirmation",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ContractId = table.Column<Guid>(nullable: false),
                    Step = table.Column<string>(maxLength: 40, nullable: false),
                    Amendment = table.Column<int>(nullable: false),
                    Hash = table.Column<string>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    Who = table.Column<string>(nullable: false),
                    SealId = table.Column<Guid>(nullable: true),
                    SealName = table.Column<string>(nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    Refused = table.Column<string>(nullable: true),
                    WithdrawnAt = table.Column<DateTime>(nullable: true),
                    Withdrawn = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_confirmation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_confirmation_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_contact",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ContractId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    On = table.Column<DateOnly>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(nullable: false),
                    Topic = table.Column<string>(maxLength: 500, nullable: false),
                    Place = table.Column<string>(maxLength: 500, nullable: true),
                    FollowUp = table.Column<string>(maxLength: 500, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_contact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_contact_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_contractstage",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ContractId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: false),
                    OpenedAt = table.Column<DateTime>(nullable: true),
                    MentorReview = table.Column<string>(nullable: true),
                    TraineeReview = table.Column<string>(nullable: true),
                    ClosedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_contractstage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_contractstage_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_decision",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ContractId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Version = table.Column<int>(nullable: false),
                    Amendment = table.Column<int>(nullable: false),
                    By = table.Column<string>(maxLength: 40, nullable: false),
                    Text = table.Column<string>(nullable: false),
                    Goals = table.Column<string>(nullable: false),
                    ProposedAt = table.Column<DateTime>(nullable: false),
                    MentorAgreedAt = table.Column<DateTime>(nullable: true),
                    TraineeAgreedAt = table.Column<DateTime>(nullable: true),
                    DroppedAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_decision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_decision_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ContractId = table.Column<Guid>(nullable: false),
                    Activity = table.Column<string>(maxLength: 80, nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    By = table.Column<string>(maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    On = table.Column<DateOnly>(nullable: false),
                    Title = table.Column<string>(maxLength: 200, nullable: false),
                    Text = table.Column<string>(nullable: true),
                    Link = table.Column<string>(maxLength: 500, nullable: true),
                    Characters = table.Column<int>(nullable: false),
                    MinimumCharacters = table.Column<int>(nullable: true),
                    SentBackAt = table.Column<DateTime>(nullable: true),
                    AcceptedAt = table.Column<DateTime>(nullable: true),
                    VoidedFor = table.Column<string>(maxLength: 1000, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_evidence_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_meeting",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ContractId = table.Column<Guid>(nullable: false),
                    On = table.Column<DateOnly>(nullable: false),
                    From = table.Column<TimeOnly>(nullable: false),
                    Until = table.Column<TimeOnly>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Topic = table.Column<string>(maxLength: 500, nullable: false),
                    Place = table.Column<string>(maxLength: 500, nullable: true),
                    CalledOffAt = table.Column<DateTime>(nullable: true),
                    HeldAt = table.Column<DateTime>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_meeting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_meeting_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_evidencefile",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    EvidenceId = table.Column<Guid>(nullable: false),
                    FileId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    ContentType = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_evidencefile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_evidencefile_men_evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "men_evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_evidenceround",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    EvidenceId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Text = table.Column<string>(nullable: true),
                    Characters = table.Column<int>(nullable: false),
                    Comment = table.Column<string>(nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_evidenceround", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_evidenceround_men_evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "men_evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_men_askedstep_ContractId",
                table: "men_askedstep",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_men_confirmation_ContractId",
                table: "men_confirmation",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_men_contact_ContractId_On",
                table: "men_contact",
                columns: new[] { "ContractId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contract_ProgrammeId",
                table: "men_contract",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_men_contract_TenantId_MentorId",
                table: "men_contract",
                columns: new[] { "TenantId", "MentorId" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contract_TenantId_ProgrammeId_State_Id",
                table: "men_contract",
                columns: new[] { "TenantId", "ProgrammeId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contract_TenantId_TraineeId_SubjectId",
                table: "men_contract",
                columns: new[] { "TenantId", "TraineeId", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contract_TenantId_TraineeSchoolId",
                table: "men_contract",
                columns: new[] { "TenantId", "TraineeSchoolId" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contractstage_ContractId",
                table: "men_contractstage",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_men_decision_ContractId",
                table: "men_decision",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_men_evidence_ContractId_On",
                table: "men_evidence",
                columns: new[] { "ContractId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_men_evidencefile_EvidenceId",
                table: "men_evidencefile",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_men_evidenceround_EvidenceId",
                table: "men_evidenceround",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_men_meeting_ContractId_On",
                table: "men_meeting",
                columns: new[] { "ContractId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_men_meeting_TenantId_On",
                table: "men_meeting",
                columns: new[] { "TenantId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_men_programme_TenantId_State_From",
                table: "men_programme",
                columns: new[] { "TenantId", "State", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_men_programmestage_ProgrammeId",
                table: "men_programmestage",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_men_programmesubject_ProgrammeId",
                table: "men_programmesubject",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_men_requiredactivity_ProgrammeId",
                table: "men_requiredactivity",
                column: "ProgrammeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "men_askedstep");

            migrationBuilder.DropTable(
                name: "men_confirmation");

            migrationBuilder.DropTable(
                name: "men_contact");

            migrationBuilder.DropTable(
                name: "men_contractstage");

            migrationBuilder.DropTable(
                name: "men_decision");

            migrationBuilder.DropTable(
                name: "men_evidencefile");

            migrationBuilder.DropTable(
                name: "men_evidenceround");

            migrationBuilder.DropTable(
                name: "men_meeting");

            migrationBuilder.DropTable(
                name: "men_programmestage");

            migrationBuilder.DropTable(
                name: "men_programmesubject");

            migrationBuilder.DropTable(
                name: "men_requiredactivity");

            migrationBuilder.DropTable(
                name: "men_evidence");

            migrationBuilder.DropTable(
                name: "men_contract");

            migrationBuilder.DropTable(
                name: "men_programme");
        }
    }
}
