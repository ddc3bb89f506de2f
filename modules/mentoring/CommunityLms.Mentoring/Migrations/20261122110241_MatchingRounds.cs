using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Mentoring.Migrations
{
    /// <inheritdoc />
    public partial class MatchingRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesId",
                table: "men_contract",
                nullable: true);

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
                name: "IX_men_contract_ReplacesId",
                table: "men_contract",
                column: "ReplacesId");

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
                name: "IX_men_outcomeleft_OutcomeId_Id",
                table: "men_outcomeleft",
                columns: new[] { "OutcomeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_men_outcomepair_OutcomeId_Cost_Id",
                table: "men_outcomepair",
                columns: new[] { "OutcomeId", "Cost", "Id" });

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

            migrationBuilder.AddForeignKey(
                name: "FK_men_contract_men_contract_ReplacesId",
                table: "men_contract",
                column: "ReplacesId",
                principalTable: "men_contract",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_men_contract_men_contract_ReplacesId",
                table: "men_contract");

            migrationBuilder.DropTable(
                name: "men_outcomeleft");

            migrationBuilder.DropTable(
                name: "men_outcomepair");

            migrationBuilder.DropTable(
                name: "men_pairingturn");

            migrationBuilder.DropTable(
                name: "men_poolmember");

            migrationBuilder.DropTable(
                name: "men_roundunit");

            migrationBuilder.DropTable(
                name: "men_roundwish");

            migrationBuilder.DropTable(
                name: "men_ruling");

            migrationBuilder.DropTable(
                name: "men_matchingoutcome");

            migrationBuilder.DropTable(
                name: "men_matchinground");

            migrationBuilder.DropIndex(
                name: "IX_men_contract_ReplacesId",
                table: "men_contract");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "men_contract");
        }
    }
}
