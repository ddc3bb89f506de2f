using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Mentoring.Migrations
{
    /// <inheritdoc />
    public partial class KeepReplacementProposals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_men_replacementproposal_ProgrammeId",
                table: "men_replacementproposal",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_men_replacementproposal_TenantId_ProgrammeId_AccountId",
                table: "men_replacementproposal",
                columns: new[] { "TenantId", "ProgrammeId", "AccountId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "men_replacementproposal");
        }
    }
}
