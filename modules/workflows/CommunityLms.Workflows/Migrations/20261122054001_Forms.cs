using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Workflows.Migrations
{
    /// <inheritdoc />
    public partial class Forms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wf_definitionform",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DefinitionId = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 60, nullable: false),
                    Name = table.Column<string>(maxLength: 120, nullable: false),
                    Schema = table.Column<string>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_definitionform", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_definitionform_wf_definition_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "wf_definition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wf_versionform",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    VersionId = table.Column<Guid>(nullable: false),
                    Key = table.Column<string>(maxLength: 60, nullable: false),
                    Name = table.Column<string>(maxLength: 120, nullable: false),
                    Schema = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_versionform", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wf_versionform_wf_definitionversion_VersionId",
                        column: x => x.VersionId,
                        principalTable: "wf_definitionversion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_wf_definitionform_DefinitionId_Key",
                table: "wf_definitionform",
                columns: new[] { "DefinitionId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_versionform_VersionId_Key",
                table: "wf_versionform",
                columns: new[] { "VersionId", "Key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wf_definitionform");

            migrationBuilder.DropTable(
                name: "wf_versionform");
        }
    }
}
