using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Mentoring.Migrations
{
    /// <inheritdoc />
    public partial class SealsForATime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ExpiredAt",
                table: "men_confirmation",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "men_confirmation",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidUntil",
                table: "men_confirmation",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ExpiredAt",
                table: "men_confirmation");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "men_confirmation");

            migrationBuilder.DropColumn(
                name: "ValidUntil",
                table: "men_confirmation");
        }
    }
}
