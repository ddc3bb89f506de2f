using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Mentoring.Migrations
{
    /// <inheritdoc />
    public partial class Monitoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ParticipationReason",
                table: "men_contract",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ParticipationSince",
                table: "men_contract",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "men_inspectedcontract");

            migrationBuilder.DropTable(
                name: "men_pulse");

            migrationBuilder.DropTable(
                name: "men_inspection");

            migrationBuilder.DropColumn(
                name: "ParticipationReason",
                table: "men_contract");

            migrationBuilder.DropColumn(
                name: "ParticipationSince",
                table: "men_contract");
        }
    }
}
