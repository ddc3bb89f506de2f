using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Workflows.Migrations
{
    /// <inheritdoc />
    public partial class StartsThatFailAndFilesBrought : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FailedAt",
                table: "wf_startpoint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Failure",
                table: "wf_startpoint",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "wf_broughtfile",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    FileId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 260, nullable: false),
                    ContentType = table.Column<string>(maxLength: 200, nullable: false),
                    AccountId = table.Column<Guid>(nullable: false),
                    BroughtAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_broughtfile", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_wf_caseentry_TenantId_At",
                table: "wf_caseentry",
                columns: new[] { "TenantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_broughtfile_BroughtAt",
                table: "wf_broughtfile",
                column: "BroughtAt");

            migrationBuilder.CreateIndex(
                name: "IX_wf_broughtfile_FileId",
                table: "wf_broughtfile",
                column: "FileId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wf_broughtfile");

            migrationBuilder.DropIndex(
                name: "IX_wf_caseentry_TenantId_At",
                table: "wf_caseentry");

            migrationBuilder.DropColumn(
                name: "FailedAt",
                table: "wf_startpoint");

            migrationBuilder.DropColumn(
                name: "Failure",
                table: "wf_startpoint");
        }
    }
}
