using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Workflows.Migrations
{
    /// <inheritdoc />
    public partial class KeepKeysOfRunningCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_wf_case_DefinitionId_BusinessKey",
                table: "wf_case");

            migrationBuilder.CreateTable(
                name: "wf_runningkey",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    DefinitionId = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_runningkey", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_runningkey_wf_definition_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "wf_definition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_wf_case_DefinitionId_Outcome",
                table: "wf_case",
                columns: new[] { "DefinitionId", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_case_TenantId_StartedAt_Id",
                table: "wf_case",
                columns: new[] { "TenantId", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_runningkey_DefinitionId_Key",
                table: "wf_runningkey",
                columns: new[] { "DefinitionId", "Key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wf_runningkey");

            migrationBuilder.DropIndex(
                name: "IX_wf_case_DefinitionId_Outcome",
                table: "wf_case");

            migrationBuilder.DropIndex(
                name: "IX_wf_case_TenantId_StartedAt_Id",
                table: "wf_case");

            migrationBuilder.CreateIndex(
                name: "IX_wf_case_DefinitionId_BusinessKey",
                table: "wf_case",
                columns: new[] { "DefinitionId", "BusinessKey" });
        }
    }
}
