using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Institutes.Migrations.Institutes
{
    /// <inheritdoc />
    public partial class SealsForATime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ToldOn",
                table: "ins_sealkeeper",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ToldOf",
                table: "ins_seal",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidUntil",
                table: "ins_seal",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ToldOn",
                table: "ins_sealkeeper");

            migrationBuilder.DropColumn(
                name: "ToldOf",
                table: "ins_seal");

            migrationBuilder.DropColumn(
                name: "ValidUntil",
                table: "ins_seal");
        }
    }
}
