using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Mentoring.Migrations
{
    /// <inheritdoc />
    public partial class ListsAndFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_men_contract_TenantId_ProgrammeId_Id",
                table: "men_contract",
                columns: new[] { "TenantId", "ProgrammeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_men_contact_TenantId_ContractId_Kind_Minutes",
                table: "men_contact",
                columns: new[] { "TenantId", "ContractId", "Kind", "Minutes" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_men_contract_TenantId_ProgrammeId_Id",
                table: "men_contract");

            migrationBuilder.DropIndex(
                name: "IX_men_contact_TenantId_ContractId_Kind_Minutes",
                table: "men_contact");
        }
    }
}
