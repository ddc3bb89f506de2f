using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Mentoring.Migrations
{
    /// <inheritdoc />
    public partial class Pairings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_men_cadenceitem_PairingId_Number",
                table: "men_cadenceitem",
                columns: new[] { "PairingId", "Number" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "men_cadenceitem");

            migrationBuilder.DropTable(
                name: "men_pairing");
        }
    }
}
