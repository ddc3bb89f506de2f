using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Kernel.Data.Migrations
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "core_documentrecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 16, nullable: false),
                    Kind = table.Column<string>(maxLength: 80, nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    Hash = table.Column<string>(maxLength: 64, nullable: false),
                    Title = table.Column<string>(maxLength: 400, nullable: false),
                    Facts = table.Column<string>(nullable: false),
                    IssuedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_documentrecord", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_core_documentrecord_Code",
                table: "core_documentrecord",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_core_documentrecord_TenantId_Kind_SubjectId_Hash",
                table: "core_documentrecord",
                columns: new[] { "TenantId", "Kind", "SubjectId", "Hash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "core_documentrecord");
        }
    }
}
