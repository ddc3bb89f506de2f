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
                name: "men_pairingturn",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    Taken = table.Column<int>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_pairingturn", x => x.Id);
                });

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
                    Forms = table.Column<string>(maxLength: 100, nullable: false),
                    MentorLevel = table.Column<string>(maxLength: 40, nullable: true),
                    OnlyRuralTrainees = table.Column<bool>(nullable: false),
                    Terms = table.Column<string>(maxLength: 8000, nullable: true),
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
                    Terms = table.Column<string>(maxLength: 8000, nullable: true),
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
                    ParticipationReason = table.Column<string>(maxLength: 1000, nullable: true),
                    ParticipationSince = table.Column<DateOnly>(nullable: true),
                    ReplacesId = table.Column<Guid>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_contract", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_contract_men_contract_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "men_contract",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_men_contract_men_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "men_programme",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "men_inspection",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ProgrammeId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    SchoolId = table.Column<Guid>(nullable: false),
                    InspectorId = table.Column<Guid>(nullable: false),
                    PlannedOn = table.Column<DateOnly>(nullable: false),
                    About = table.Column<string>(maxLength: 200, nullable: false),
                    DoneOn = table.Column<DateOnly>(nullable: true),
                    Finding = table.Column<string>(nullable: true),
                    FollowUp = table.Column<string>(nullable: true),
                    FollowUpBy = table.Column<DateOnly>(nullable: true),
                    FollowedUpOn = table.Column<DateOnly>(nullable: true),
                    Outcome = table.Column<string>(nullable: true),
                    PracticeTitle = table.Column<string>(maxLength: 200, nullable: true),
                    Practice = table.Column<string>(nullable: true),
                    MadeKnownAt = table.Column<DateTime>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_inspection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_inspection_men_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "men_programme",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "men_matchinground",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ProgrammeId = table.Column<Guid>(nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 120, nullable: false),
                    Places = table.Column<int>(nullable: false),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    JobId = table.Column<Guid>(nullable: true),
                    PublishedId = table.Column<Guid>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_matchinground", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_matchinground_men_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "men_programme",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "men_pairing",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ProgrammeId = table.Column<Guid>(nullable: false),
                    Level = table.Column<string>(maxLength: 40, nullable: false),
                    HelpingId = table.Column<Guid>(nullable: false),
                    HelpedId = table.Column<Guid>(nullable: false),
                    SubjectId = table.Column<Guid>(nullable: true),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: false),
                    Scope = table.Column<string>(maxLength: 500, nullable: true),
                    State = table.Column<string>(maxLength: 40, nullable: false),
                    AgreedOn = table.Column<DateOnly>(nullable: true),
                    EndedOn = table.Column<DateOnly>(nullable: true),
                    EndReason = table.Column<string>(maxLength: 1000, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_pairing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_pairing_men_programme_ProgrammeId",
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
                    Name = table.Column<string>(maxLength: 80, nullable: false),
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
                name: "men_replacementproposal",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    ProgrammeId = table.Column<Guid>(nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    AccountId = table.Column<Guid>(nullable: false),
                    AskedAt = table.Column<DateTime>(nullable: false),
                    JobId = table.Column<Guid>(nullable: true),
                    Comers = table.Column<string>(nullable: false),
                    ComputedAt = table.Column<DateTime>(nullable: true),
                    Result = table.Column<string>(nullable: true),
                    Refused = table.Column<string>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_replacementproposal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_replacementproposal_men_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "men_programme",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "men_requiredactivity",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ProgrammeId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Name = table.Column<string>(maxLength: 80, nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Times = table.Column<int>(nullable: false),
                    Side = table.Column<string>(maxLength: 40, nullable: true),
                    SubjectId = table.Column<Guid>(nullable: true),
                    MinimumCharacters = table.Column<int>(nullable: true),
                    From = table.Column<DateOnly>(nullable: true),
                    To = table.Column<DateOnly>(nullable: true)
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
                    Hash = table.Column<string>(maxLength: 64, nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    Who = table.Column<string>(maxLength: 200, nullable: false),
                    SealId = table.Column<Guid>(nullable: true),
                    SealName = table.Column<string>(maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(nullable: false),
                    Refused = table.Column<string>(maxLength: 1000, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(nullable: true),
                    Withdrawn = table.Column<string>(maxLength: 1200, nullable: true),
                    ValidUntil = table.Column<DateOnly>(nullable: true),
                    ExpiredAt = table.Column<DateTime>(nullable: true),
                    ToldAt = table.Column<DateTime>(nullable: true)
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
                    Name = table.Column<string>(maxLength: 80, nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: false),
                    OpenedAt = table.Column<DateTime>(nullable: true),
                    MentorReview = table.Column<string>(maxLength: 4000, nullable: true),
                    TraineeReview = table.Column<string>(maxLength: 4000, nullable: true),
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
                    Text = table.Column<string>(maxLength: 4000, nullable: false),
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
                name: "men_pulse",
                columns: table => new
                {
                    ContractId = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    StageDueOn = table.Column<DateOnly>(nullable: true),
                    AwaitedSince = table.Column<DateTime>(nullable: true),
                    QuietSince = table.Column<DateOnly>(nullable: false),
                    BehindFrom = table.Column<DateOnly>(nullable: true),
                    Asked = table.Column<int>(nullable: false),
                    Reached = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_pulse", x => x.ContractId);
                    table.ForeignKey(
                        name: "FK_men_pulse_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_remark",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ContractId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    Version = table.Column<int>(nullable: false),
                    By = table.Column<string>(maxLength: 40, nullable: false),
                    Text = table.Column<string>(maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_remark", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_remark_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_inspectedcontract",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    InspectionId = table.Column<Guid>(nullable: false),
                    ContractId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_inspectedcontract", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_inspectedcontract_men_contract_ContractId",
                        column: x => x.ContractId,
                        principalTable: "men_contract",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_men_inspectedcontract_men_inspection_InspectionId",
                        column: x => x.InspectionId,
                        principalTable: "men_inspection",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_matchingoutcome",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    RoundId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Method = table.Column<string>(maxLength: 40, nullable: false),
                    Who = table.Column<string>(maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(nullable: false),
                    Matched = table.Column<int>(nullable: false),
                    Unmatched = table.Column<int>(nullable: false),
                    TotalCost = table.Column<long>(nullable: false),
                    FullMentors = table.Column<int>(nullable: false),
                    FreePlaces = table.Column<long>(nullable: false),
                    IsProven = table.Column<bool>(nullable: true),
                    Blocking = table.Column<int>(nullable: false),
                    Details = table.Column<string>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_matchingoutcome", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_matchingoutcome_men_matchinground_RoundId",
                        column: x => x.RoundId,
                        principalTable: "men_matchinground",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_poolmember",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    RoundId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    Side = table.Column<string>(maxLength: 40, nullable: false),
                    SchoolId = table.Column<Guid>(nullable: true),
                    GradeBand = table.Column<string>(maxLength: 40, nullable: true),
                    Places = table.Column<int>(nullable: false),
                    Hurdle = table.Column<string>(maxLength: 40, nullable: true),
                    IsLeftOut = table.Column<bool>(nullable: false),
                    Choices = table.Column<string>(maxLength: 400, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_poolmember", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_poolmember_men_matchinground_RoundId",
                        column: x => x.RoundId,
                        principalTable: "men_matchinground",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_roundunit",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    RoundId = table.Column<Guid>(nullable: false),
                    Side = table.Column<string>(maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_roundunit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_roundunit_men_matchinground_RoundId",
                        column: x => x.RoundId,
                        principalTable: "men_matchinground",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_roundwish",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    RoundId = table.Column<Guid>(nullable: false),
                    Wish = table.Column<string>(maxLength: 40, nullable: false),
                    Weight = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_roundwish", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_roundwish_men_matchinground_RoundId",
                        column: x => x.RoundId,
                        principalTable: "men_matchinground",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_ruling",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    RoundId = table.Column<Guid>(nullable: false),
                    MentorId = table.Column<Guid>(nullable: false),
                    TraineeId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_ruling", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_ruling_men_matchinground_RoundId",
                        column: x => x.RoundId,
                        principalTable: "men_matchinground",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_cadenceitem",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    PairingId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Activity = table.Column<string>(maxLength: 80, nullable: false),
                    Times = table.Column<int>(nullable: false),
                    Per = table.Column<string>(maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_cadenceitem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_cadenceitem_men_pairing_PairingId",
                        column: x => x.PairingId,
                        principalTable: "men_pairing",
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
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(maxLength: 120, nullable: false)
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
                    Comment = table.Column<string>(maxLength: 2000, nullable: false),
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

            migrationBuilder.CreateTable(
                name: "men_outcomeleft",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    OutcomeId = table.Column<Guid>(nullable: false),
                    TraineeId = table.Column<Guid>(nullable: false),
                    Reason = table.Column<string>(maxLength: 40, nullable: false),
                    Candidates = table.Column<int>(nullable: false),
                    Why = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_outcomeleft", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_outcomeleft_men_matchingoutcome_OutcomeId",
                        column: x => x.OutcomeId,
                        principalTable: "men_matchingoutcome",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "men_outcomepair",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    OutcomeId = table.Column<Guid>(nullable: false),
                    MentorId = table.Column<Guid>(nullable: false),
                    TraineeId = table.Column<Guid>(nullable: false),
                    Cost = table.Column<long>(nullable: false),
                    IsPinned = table.Column<bool>(nullable: false),
                    Parts = table.Column<string>(maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_men_outcomepair", x => x.Id);
                    table.ForeignKey(
                        name: "FK_men_outcomepair_men_matchingoutcome_OutcomeId",
                        column: x => x.OutcomeId,
                        principalTable: "men_matchingoutcome",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_men_askedstep_ContractId_Step_Number",
                table: "men_askedstep",
                columns: new[] { "ContractId", "Step", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_men_askedstep_TenantId_EndedAt_Step",
                table: "men_askedstep",
                columns: new[] { "TenantId", "EndedAt", "Step" });

            migrationBuilder.CreateIndex(
                name: "IX_men_cadenceitem_PairingId_Number",
                table: "men_cadenceitem",
                columns: new[] { "PairingId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_men_confirmation_ContractId_At",
                table: "men_confirmation",
                columns: new[] { "ContractId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contact_ContractId_On",
                table: "men_contact",
                columns: new[] { "ContractId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contact_TenantId_ContractId_Kind_Minutes",
                table: "men_contact",
                columns: new[] { "TenantId", "ContractId", "Kind", "Minutes" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contract_ProgrammeId",
                table: "men_contract",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_men_contract_ReplacesId",
                table: "men_contract",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_men_contract_TenantId_MentorId",
                table: "men_contract",
                columns: new[] { "TenantId", "MentorId" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contract_TenantId_ProgrammeId_Id",
                table: "men_contract",
                columns: new[] { "TenantId", "ProgrammeId", "Id" });

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
                name: "IX_men_contractstage_ContractId_Number",
                table: "men_contractstage",
                columns: new[] { "ContractId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_men_decision_ContractId_Kind_Version",
                table: "men_decision",
                columns: new[] { "ContractId", "Kind", "Version" },
                unique: true);

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
                name: "IX_men_inspectedcontract_ContractId",
                table: "men_inspectedcontract",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_men_inspectedcontract_InspectionId_ContractId",
                table: "men_inspectedcontract",
                columns: new[] { "InspectionId", "ContractId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_men_inspection_ProgrammeId",
                table: "men_inspection",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_men_inspection_TenantId_PlannedOn_Id",
                table: "men_inspection",
                columns: new[] { "TenantId", "PlannedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_men_matchingoutcome_RoundId_Number",
                table: "men_matchingoutcome",
                columns: new[] { "RoundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_men_matchinground_ProgrammeId",
                table: "men_matchinground",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_men_matchinground_TenantId_ProgrammeId_Id",
                table: "men_matchinground",
                columns: new[] { "TenantId", "ProgrammeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_men_meeting_ContractId_On",
                table: "men_meeting",
                columns: new[] { "ContractId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_men_meeting_TenantId_On",
                table: "men_meeting",
                columns: new[] { "TenantId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_men_outcomeleft_OutcomeId_Id",
                table: "men_outcomeleft",
                columns: new[] { "OutcomeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_men_outcomepair_OutcomeId_Cost_Id",
                table: "men_outcomepair",
                columns: new[] { "OutcomeId", "Cost", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_men_pairing_ProgrammeId",
                table: "men_pairing",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_men_pairing_TenantId_HelpedId",
                table: "men_pairing",
                columns: new[] { "TenantId", "HelpedId" });

            migrationBuilder.CreateIndex(
                name: "IX_men_pairing_TenantId_HelpingId",
                table: "men_pairing",
                columns: new[] { "TenantId", "HelpingId" });

            migrationBuilder.CreateIndex(
                name: "IX_men_pairing_TenantId_ProgrammeId_Level_Id",
                table: "men_pairing",
                columns: new[] { "TenantId", "ProgrammeId", "Level", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_men_pairingturn_TenantId_SubjectId_PersonId",
                table: "men_pairingturn",
                columns: new[] { "TenantId", "SubjectId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_men_poolmember_RoundId_PersonId",
                table: "men_poolmember",
                columns: new[] { "RoundId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_men_poolmember_TenantId_PersonId",
                table: "men_poolmember",
                columns: new[] { "TenantId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_men_programme_TenantId_State_From",
                table: "men_programme",
                columns: new[] { "TenantId", "State", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_men_programmestage_ProgrammeId_Number",
                table: "men_programmestage",
                columns: new[] { "ProgrammeId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_men_programmesubject_ProgrammeId_SubjectId",
                table: "men_programmesubject",
                columns: new[] { "ProgrammeId", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_men_remark_ContractId_At",
                table: "men_remark",
                columns: new[] { "ContractId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_men_replacementproposal_ProgrammeId",
                table: "men_replacementproposal",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_men_replacementproposal_TenantId_ProgrammeId_AccountId",
                table: "men_replacementproposal",
                columns: new[] { "TenantId", "ProgrammeId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_men_requiredactivity_ProgrammeId_Number",
                table: "men_requiredactivity",
                columns: new[] { "ProgrammeId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_men_roundunit_RoundId_Side_UnitId",
                table: "men_roundunit",
                columns: new[] { "RoundId", "Side", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_men_roundunit_UnitId",
                table: "men_roundunit",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_men_roundwish_RoundId_Wish",
                table: "men_roundwish",
                columns: new[] { "RoundId", "Wish" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_men_ruling_RoundId_MentorId_TraineeId",
                table: "men_ruling",
                columns: new[] { "RoundId", "MentorId", "TraineeId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "men_askedstep");

            migrationBuilder.DropTable(
                name: "men_cadenceitem");

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
                name: "men_inspectedcontract");

            migrationBuilder.DropTable(
                name: "men_meeting");

            migrationBuilder.DropTable(
                name: "men_outcomeleft");

            migrationBuilder.DropTable(
                name: "men_outcomepair");

            migrationBuilder.DropTable(
                name: "men_pairingturn");

            migrationBuilder.DropTable(
                name: "men_poolmember");

            migrationBuilder.DropTable(
                name: "men_programmestage");

            migrationBuilder.DropTable(
                name: "men_programmesubject");

            migrationBuilder.DropTable(
                name: "men_pulse");

            migrationBuilder.DropTable(
                name: "men_remark");

            migrationBuilder.DropTable(
                name: "men_replacementproposal");

            migrationBuilder.DropTable(
                name: "men_requiredactivity");

            migrationBuilder.DropTable(
                name: "men_roundunit");

            migrationBuilder.DropTable(
                name: "men_roundwish");

            migrationBuilder.DropTable(
                name: "men_ruling");

            migrationBuilder.DropTable(
                name: "men_pairing");

            migrationBuilder.DropTable(
                name: "men_evidence");

            migrationBuilder.DropTable(
                name: "men_inspection");

            migrationBuilder.DropTable(
                name: "men_matchingoutcome");

            migrationBuilder.DropTable(
                name: "men_contract");

            migrationBuilder.DropTable(
                name: "men_matchinground");

            migrationBuilder.DropTable(
                name: "men_programme");
        }
    }
}
