using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Mentoring.Migrations
{
    /// <inheritdoc />
    public partial class ProgrammeTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "AllowsOneSchool",
                table: "men_programme",
                newName: "OnlyRuralTrainees");

            migrationBuilder.AddColumn<DateOnly>(
                name: "From",
                table: "men_requiredactivity",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "To",
                table: "men_requiredactivity",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Forms",
                table: "men_programme",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MentorLevel",
                table: "men_programme",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms",
                table: "men_programme",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms",
                table: "men_contract",
                maxLength: 8000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "From",
                table: "men_requiredactivity");

            migrationBuilder.DropColumn(
                name: "To",
                table: "men_requiredactivity");

            migrationBuilder.DropColumn(
                name: "Forms",
                table: "men_programme");

            migrationBuilder.DropColumn(
                name: "MentorLevel",
                table: "men_programme");

            migrationBuilder.DropColumn(
                name: "Terms",
                table: "men_programme");

            migrationBuilder.DropColumn(
                name: "Terms",
                table: "men_contract");

            migrationBuilder.RenameColumn(
                name: "OnlyRuralTrainees",
                table: "men_programme",
                newName: "AllowsOneSchool");
        }
    }
}
