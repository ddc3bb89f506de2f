using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityLms.Institutes.Migrations.Institutes
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ins_institute",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    LatinName = table.Column<string>(maxLength: 200, nullable: true),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_institute", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ins_person",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    StaffNumber = table.Column<string>(maxLength: 60, nullable: false),
                    FamilyName = table.Column<string>(maxLength: 60, nullable: false),
                    GivenName = table.Column<string>(maxLength: 60, nullable: false),
                    LatinName = table.Column<string>(maxLength: 200, nullable: true),
                    Gender = table.Column<string>(maxLength: 40, nullable: true),
                    BirthYear = table.Column<int>(nullable: true),
                    Email = table.Column<string>(maxLength: 256, nullable: true),
                    Phone = table.Column<string>(maxLength: 60, nullable: true),
                    AccountId = table.Column<Guid>(nullable: true),
                    ArchivedOn = table.Column<DateOnly>(nullable: true),
                    SortName = table.Column<string>(maxLength: 200, nullable: false),
                    SearchText = table.Column<string>(maxLength: 800, nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ins_role",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    LatinName = table.Column<string>(maxLength: 200, nullable: true),
                    Description = table.Column<string>(maxLength: 400, nullable: true),
                    BuiltIn = table.Column<string>(maxLength: 60, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_role", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ins_subject",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Code = table.Column<string>(maxLength: 60, nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    LatinName = table.Column<string>(maxLength: 200, nullable: true),
                    ArchivedOn = table.Column<DateOnly>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_subject", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ins_unit",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    ParentId = table.Column<Guid>(nullable: true),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    LatinName = table.Column<string>(maxLength: 200, nullable: true),
                    Code = table.Column<string>(maxLength: 60, nullable: true),
                    CodeKey = table.Column<string>(maxLength: 60, nullable: false),
                    Setting = table.Column<string>(maxLength: 40, nullable: true),
                    Address = table.Column<string>(maxLength: 400, nullable: true),
                    ArchivedOn = table.Column<DateOnly>(nullable: true),
                    MergedIntoId = table.Column<Guid>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_unit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_unit_ins_unit_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "ins_unit",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ins_unit_ins_unit_ParentId",
                        column: x => x.ParentId,
                        principalTable: "ins_unit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ins_invitation",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    Email = table.Column<string>(maxLength: 256, nullable: false),
                    SecretHash = table.Column<string>(maxLength: 64, nullable: false),
                    SentAt = table.Column<DateTime>(nullable: false),
                    ExpiresAt = table.Column<DateTime>(nullable: false),
                    AcceptedAt = table.Column<DateTime>(nullable: true),
                    WithdrawnAt = table.Column<DateTime>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_invitation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_invitation_ins_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "ins_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ins_rolepermission",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    RoleId = table.Column<Guid>(nullable: false),
                    Permission = table.Column<string>(maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_rolepermission", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_rolepermission_ins_role_RoleId",
                        column: x => x.RoleId,
                        principalTable: "ins_role",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ins_appraisal",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Level = table.Column<string>(maxLength: 40, nullable: false),
                    Category = table.Column<string>(maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_appraisal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_appraisal_ins_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "ins_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ins_appraisal_ins_subject_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "ins_subject",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ins_tutorappointment",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    SubjectId = table.Column<Guid>(nullable: false),
                    Position = table.Column<string>(maxLength: 40, nullable: false),
                    GroupName = table.Column<string>(maxLength: 200, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_tutorappointment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_tutorappointment_ins_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "ins_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ins_tutorappointment_ins_subject_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "ins_subject",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ins_employment",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    SubjectId = table.Column<Guid>(nullable: true),
                    GradeBand = table.Column<string>(maxLength: 40, nullable: true),
                    Load = table.Column<string>(maxLength: 40, nullable: false),
                    Title = table.Column<string>(maxLength: 200, nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_employment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_employment_ins_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "ins_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ins_employment_ins_subject_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "ins_subject",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ins_employment_ins_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "ins_unit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ins_grant",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    RoleId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_grant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_grant_ins_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "ins_person",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ins_grant_ins_role_RoleId",
                        column: x => x.RoleId,
                        principalTable: "ins_role",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ins_grant_ins_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "ins_unit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ins_seal",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(maxLength: 200, nullable: false),
                    ImageId = table.Column<Guid>(nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(nullable: true),
                    TenantId = table.Column<Guid>(nullable: false),
                    ConcurrencyStamp = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_seal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_seal_ins_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "ins_unit",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ins_unitchange",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    UnitId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(nullable: false),
                    From = table.Column<string>(maxLength: 200, nullable: true),
                    To = table.Column<string>(maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_unitchange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_unitchange_ins_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "ins_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ins_sealkeeper",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    TenantId = table.Column<Guid>(nullable: false),
                    SealId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    From = table.Column<DateOnly>(nullable: false),
                    To = table.Column<DateOnly>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ins_sealkeeper", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ins_sealkeeper_ins_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "ins_person",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ins_sealkeeper_ins_seal_SealId",
                        column: x => x.SealId,
                        principalTable: "ins_seal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ins_appraisal_PersonId",
                table: "ins_appraisal",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_appraisal_SubjectId",
                table: "ins_appraisal",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_appraisal_TenantId_Level_Category",
                table: "ins_appraisal",
                columns: new[] { "TenantId", "Level", "Category" });

            migrationBuilder.CreateIndex(
                name: "IX_ins_employment_PersonId",
                table: "ins_employment",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_employment_SubjectId",
                table: "ins_employment",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_employment_TenantId_UnitId_To",
                table: "ins_employment",
                columns: new[] { "TenantId", "UnitId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_ins_employment_UnitId",
                table: "ins_employment",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_grant_PersonId",
                table: "ins_grant",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_grant_RoleId",
                table: "ins_grant",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_grant_TenantId_PersonId",
                table: "ins_grant",
                columns: new[] { "TenantId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_ins_grant_TenantId_UnitId",
                table: "ins_grant",
                columns: new[] { "TenantId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_ins_grant_UnitId",
                table: "ins_grant",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_invitation_PersonId",
                table: "ins_invitation",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_invitation_SecretHash",
                table: "ins_invitation",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ins_invitation_TenantId_PersonId",
                table: "ins_invitation",
                columns: new[] { "TenantId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_ins_person_AccountId",
                table: "ins_person",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_person_TenantId_SortName_Id",
                table: "ins_person",
                columns: new[] { "TenantId", "SortName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ins_person_TenantId_StaffNumber",
                table: "ins_person",
                columns: new[] { "TenantId", "StaffNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ins_role_TenantId_Name",
                table: "ins_role",
                columns: new[] { "TenantId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ins_rolepermission_RoleId",
                table: "ins_rolepermission",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_seal_TenantId_UnitId",
                table: "ins_seal",
                columns: new[] { "TenantId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_ins_seal_UnitId",
                table: "ins_seal",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_sealkeeper_PersonId",
                table: "ins_sealkeeper",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_sealkeeper_SealId",
                table: "ins_sealkeeper",
                column: "SealId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_subject_TenantId_Code",
                table: "ins_subject",
                columns: new[] { "TenantId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ins_tutorappointment_PersonId",
                table: "ins_tutorappointment",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_tutorappointment_SubjectId",
                table: "ins_tutorappointment",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_tutorappointment_TenantId_SubjectId_Position",
                table: "ins_tutorappointment",
                columns: new[] { "TenantId", "SubjectId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_ins_unit_MergedIntoId",
                table: "ins_unit",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_unit_ParentId",
                table: "ins_unit",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_ins_unit_TenantId_CodeKey",
                table: "ins_unit",
                columns: new[] { "TenantId", "CodeKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ins_unitchange_UnitId",
                table: "ins_unitchange",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ins_appraisal");

            migrationBuilder.DropTable(
                name: "ins_employment");

            migrationBuilder.DropTable(
                name: "ins_grant");

            migrationBuilder.DropTable(
                name: "ins_institute");

            migrationBuilder.DropTable(
                name: "ins_invitation");

            migrationBuilder.DropTable(
                name: "ins_rolepermission");

            migrationBuilder.DropTable(
                name: "ins_sealkeeper");

            migrationBuilder.DropTable(
                name: "ins_tutorappointment");

            migrationBuilder.DropTable(
                name: "ins_unitchange");

            migrationBuilder.DropTable(
                name: "ins_role");

            migrationBuilder.DropTable(
                name: "ins_seal");

            migrationBuilder.DropTable(
                name: "ins_person");

            migrationBuilder.DropTable(
                name: "ins_subject");

            migrationBuilder.DropTable(
                name: "ins_unit");
        }
    }
}
