using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Data.Imports;

namespace CommunityLms.Institutes.Tests.Imports;

public sealed class ImportingPeople(ImportWorld world) : IClassFixture<ImportWorld>, IAsyncLifetime
{
    private const string Heading = "Staff number,Family name,Given name,E-mail,Unit code,Subject,Employed from";
    private static readonly DateOnly Today = TestInstitute.Today;
    private TestInstitute _institute = null!;

    public async ValueTask InitializeAsync() => _institute = await TestInstitute.Found(world);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Row_WhenItsNumberIsNew_AddsThePersonWithEverythingItSays()
    {
        await _institute.Import(
            "people",
            "工号,姓,名,拼音,性别,出生年份,邮箱,手机,单位编码,学科,学段,任教形式,职务,任职起始日期,任职结束日期,骨干级别,骨干类别,评定日期,导师职务,导师学科,导师组",
            "T-1,陈,晓兰,Chen Xiaolan,女,1985,chen@school.example,020-5550-0001,th-1-m,数学,小学3—4年级,兼任,班主任,2015年9月1日,,市级,学科带头人,2021-06-30,导师,语文,天河导师组");

        var person = await _institute.Person("T-1");
        (person.FamilyName, person.GivenName, person.LatinName, person.Gender, person.BirthYear, person.Email, person.Phone)
            .ShouldBe(("陈", "晓兰", "Chen Xiaolan", Gender.Female, 1985, "chen@school.example", "020-5550-0001"));
        var work = person.Employments.ShouldHaveSingleItem();
        (work.UnitId, work.GradeBand, work.Load, work.Title, work.From, work.To)
            .ShouldBe(((await _institute.Unit("TH-1-M")).Id, GradeBand.MiddlePrimary, EmploymentLoad.PartTime, "班主任", new DateOnly(2015, 9, 1), null));
        var appraisal = person.Appraisals.ShouldHaveSingleItem();
        (appraisal.Level, appraisal.Category, appraisal.From).ShouldBe((BackboneLevel.City, BackboneCategory.SubjectLeader, new DateOnly(2021, 6, 30)));
        var place = person.TutorAppointments.ShouldHaveSingleItem();
        (place.Position, place.GroupName, place.From).ShouldBe((TutorPosition.Tutor, "天河导师组", Today));
        place.SubjectId.ShouldNotBe(work.SubjectId!.Value);
    }

    [Theory]
    [InlineData("MATH")]
    [InlineData("math")]
    [InlineData("数学")]
    [InlineData("Mathematics")]
    public async Task Subject_WhenGivenByCodeOrEitherName_IsFound(string subject) =>
        (await _institute.Check("people", Heading, $"T-1,陈,晓兰,,TH-1,{subject},")).Counts().ShouldBe((1, 0, 0, 0));

    [Fact]
    public async Task Column_WhenTheFileHasNone_LeavesWhatIsStored()
    {
        await _institute.Import("people", Heading + ",Phone,Title,Backbone level,Backbone category,Tutor position", "T-1,陈,晓兰,chen@school.example,TH-1,MATH,2015-09-01,020-1,班主任,City level,Key teacher,Tutor");

        var run = await _institute.Import("people", "Staff number,Family name,Given name,Unit code", "T-1,陈,小兰,TH-1");

        run.Counts().ShouldBe((0, 1, 0, 0));
        var person = await _institute.Person("T-1");
        (person.GivenName, person.Email, person.Phone).ShouldBe(("小兰", "chen@school.example", "020-1"));
        var work = person.Employments.ShouldHaveSingleItem();
        (work.Title, work.SubjectId is not null, work.From).ShouldBe(("班主任", true, new DateOnly(2015, 9, 1)));
        (person.Appraisals.Single().To, person.TutorAppointments.Single().To).ShouldBe((null, null));
    }

    [Fact]
    public async Task Row_WhenImportedTwice_IsTheSame()
    {
        string[] table = [Heading + ",Tutor position", "T-1,陈,晓兰,chen@school.example,TH-1,MATH,,Tutor"];
        await _institute.Import("people", table);

        (await _institute.Check("people", table)).Counts().ShouldBe((0, 0, 1, 0));
    }

    [Fact]
    public async Task Unit_WhenItChangesFromADay_EndsTheWorkBeforeTheDayBefore()
    {
        await _institute.Import("people", Heading, "T-1,陈,晓兰,,TH-1,MATH,2015-09-01");

        await _institute.Import("people", Heading, "T-1,陈,晓兰,,CH-1,MATH,2024-09-01");

        var works = (await _institute.Person("T-1")).Employments.OrderBy(e => e.From).ToList();
        works.Select(w => (w.From, w.To)).ShouldBe([(new DateOnly(2015, 9, 1), new DateOnly(2024, 8, 31)), (new DateOnly(2024, 9, 1), (DateOnly?)null)]);
        works[1].UnitId.ShouldBe((await _institute.Unit("CH-1")).Id);
        (await _institute.Check("people", Heading, "T-1,陈,晓兰,,CH-1,MATH,2024-09-01")).Counts().ShouldBe((0, 0, 1, 0));
    }

    [Fact]
    public async Task Unit_WhenItChangesWithoutADay_BeginsToday()
    {
        await _institute.Import("people", Heading, "T-1,陈,晓兰,,TH-1,MATH,2015-09-01");

        await _institute.Import("people", "Staff number,Family name,Given name,Unit code", "T-1,陈,晓兰,CH-1");

        var works = (await _institute.Person("T-1")).Employments.OrderBy(e => e.From).ToList();
        works.Select(w => (w.From, w.To)).ShouldBe([(new DateOnly(2015, 9, 1), Today.AddDays(-1)), (Today, (DateOnly?)null)]);
        works[1].SubjectId.ShouldBe(works[0].SubjectId);
    }

    [Fact]
    public async Task Unit_WhenItsDayStays_IsPutRight()
    {
        await _institute.Import("people", Heading, "T-1,陈,晓兰,,TH-1,MATH,2015-09-01");

        await _institute.Import("people", Heading, "T-1,陈,晓兰,,TH-1-M,MATH,2015-09-01");

        (await _institute.Person("T-1")).Employments.ShouldHaveSingleItem().UnitId.ShouldBe((await _institute.Unit("TH-1-M")).Id);
    }

    [Fact]
    public async Task Tutor_WhenThePositionChanges_KeepsTheOldOneAsHistory()
    {
        await _institute.Import("people", Heading, "T-1,陈,晓兰,,TH-1,MATH,2015-09-01");
        await _institute.Ask(async db =>
        {
            var person = db.People.Single(p => p.StaffNumber == "T-1");
            db.Add(person.Appoint(db.Subjects.Single(s => s.Code == "MATH").Id, TutorPosition.Tutor, "天河导师组", new(2022, 9, 1)));
            return await db.SaveChangesAsync();
        });

        await _institute.Import("people", "Staff number,Family name,Given name,Unit code,Tutor position", "T-1,陈,晓兰,TH-1,Group leader");

        (await _institute.Person("T-1")).TutorAppointments.OrderBy(a => a.From).Select(a => (a.Position, a.GroupName, a.From, a.To)).ShouldBe(
            [(TutorPosition.Tutor, "天河导师组", new DateOnly(2022, 9, 1), (DateOnly?)Today.AddDays(-1)), (TutorPosition.GroupLeader, "天河导师组", Today, null)]);
    }

    [Fact]
    public async Task Honours_WhenTheirCellsAreEmpty_EndToday()
    {
        const string heading = "Staff number,Family name,Given name,Unit code,Subject,Backbone level,Backbone category,Appraised since,Tutor position";
        await _institute.Import("people", heading, "T-1,陈,晓兰,TH-1,MATH,City level,Key teacher,2020-01-01,Tutor");

        await _institute.Import("people", heading, "T-1,陈,晓兰,TH-1,MATH,,,,");

        var person = await _institute.Person("T-1");
        (person.Appraisals.Single().To, person.TutorAppointments.Single().To).ShouldBe((Today, Today));
        (await _institute.Check("people", heading, "T-1,陈,晓兰,TH-1,MATH,,,,")).Counts().ShouldBe((0, 0, 1, 0));
    }

    [Theory]
    [InlineData("T-1,陈,晓兰,,NIX,MATH,", "2 Unit code: There is no unit with the code NIX. Correct the code, or import the units first.")]
    [InlineData("T-1,陈,晓兰,,TH-1,Alchemy,", "2 Subject: There is no subject Alchemy. Use one of these: CHN (语文), MATH (数学).")]
    [InlineData("T-1,陈,晓兰,chen,TH-1,MATH,", "2 E-mail: Enter an email address, for example name@example.org.")]
    [InlineData("T-1,陈,晓兰,,TH-1,MATH,30 February", "2 Employed from: Enter the day as year, month and day, for example 2026-09-01.")]
    [InlineData("T-1,,晓兰,,TH-1,MATH,", "2 Family name: Enter a value. This column can't be empty.")]
    public async Task Row_WhenItCantBe_IsSaidBesideRowAndColumn(string row, string said) => (await _institute.Check("people", Heading, row)).Said().ShouldBe([said]);

    [Theory]
    [InlineData("Birth year", "19", "2 Birth year: Enter the year of birth with four digits, for example 1985.")]
    [InlineData("Employed to", "2000-01-01", "2 Employed to: The last day comes before the first. Change one of them.")]
    [InlineData("Tutor position", "Tutor", "2 Tutor subject: Enter the subject of the tutor network.")]
    [InlineData("Gender", "?", "2 Gender: Use one of these words: Female / 女 / F, Male / 男 / M.")]
    public async Task Cell_WhenItCantBe_IsSaidBesideRowAndColumn(string column, string cell, string said) =>
        (await _institute.Check("people", $"Staff number,Family name,Given name,Unit code,{column}", $"T-1,陈,晓兰,TH-1,{cell}")).Said().ShouldBe([said]);

    [Fact]
    public async Task Level_WhenItHasNoCategory_IsRefused() =>
        (await _institute.Check("people", "Staff number,Family name,Given name,Unit code,Backbone level,Backbone category", "T-1,陈,晓兰,TH-1,City level,")).Said()
            .ShouldBe(["2 Backbone category: Enter both the backbone level and the backbone category, or neither."]);

    [Fact]
    public async Task Rows_WhenTheyHaveOneNumber_AreBothRefused() =>
        (await _institute.Check("people", Heading, "T-1,陈,晓兰,,TH-1,MATH,", "t-1,李,明,,TH-1,MATH,")).Said().ShouldBe(
        [
            "2 Staff number: Row 3 has the same staff number. Give each person their own, or delete one of the rows.",
            "3 Staff number: Row 2 has the same staff number. Give each person their own, or delete one of the rows.",
        ]);

    [Fact]
    public async Task Email_WhenTwoPeopleHaveIt_IsRefused()
    {
        await _institute.Import("people", Heading, "T-0,周,平,taken@school.example,TH-1,MATH,");

        (await _institute.Check("people", Heading, "T-1,陈,晓兰,one@school.example,TH-1,MATH,", "T-2,李,明,ONE@school.example,TH-1,MATH,", "T-3,王,芳,Taken@school.example,TH-1,MATH,")).Said().ShouldBe(
        [
            "2 E-mail: Row 3 has the same e-mail address. Each person needs an address of their own.",
            "3 E-mail: Row 2 has the same e-mail address. Each person needs an address of their own.",
            "4 E-mail: Another person has this e-mail address. Each person needs an address of their own.",
        ]);
    }

    [Fact]
    public async Task Emails_WhenTwoPeopleSwapThem_AreAccepted()
    {
        await _institute.Import("people", Heading, "T-1,陈,晓兰,one@school.example,TH-1,MATH,2020-01-01", "T-2,李,明,two@school.example,TH-1,MATH,2020-01-01");

        (await _institute.Import("people", Heading, "T-1,陈,晓兰,two@school.example,TH-1,MATH,2020-01-01", "T-2,李,明,one@school.example,TH-1,MATH,2020-01-01")).Counts().ShouldBe((0, 2, 0, 0));
    }

    [Fact]
    public async Task Row_WhenBeyondTheReachOfWhoImports_IsRefused()
    {
        await _institute.Import("people", Heading, "T-1,陈,晓兰,,CH-1,MATH,");

        var run = await _institute.Check("people", TestInstitute.Csv(Heading, "T-1,陈,晓兰,,TH-1,MATH,", "T-2,李,明,,CH-1,MATH,", "T-3,王,芳,,TH-1-M,MATH,"), _institute.Officer);

        run.Said().ShouldBe(
        [
            "2 Staff number: The person with this number works where you may not change people. Delete the row, or ask somebody who may.",
            "3 Unit code: You may not add or change people in this unit. Delete the row, or ask somebody who may.",
        ]);
        run.Counts().ShouldBe((1, 0, 0, 2));
    }

    [Fact]
    public async Task Person_WhenTheyHaveLeft_IsNotChanged()
    {
        await _institute.Import("people", Heading, "T-1,陈,晓兰,,TH-1,MATH,2015-09-01");
        await _institute.Ask(async db =>
        {
            db.People.Single(p => p.StaffNumber == "T-1").Archive(Today);
            return await db.SaveChangesAsync();
        });

        (await _institute.Check("people", Heading, "T-1,陈,晓兰,,TH-1,MATH,2015-09-01")).Said()
            .ShouldBe(["2 Staff number: The person with this number has left the institute. Bring them back on their page first, or delete the row."]);
    }

    [Fact]
    public async Task Subject_WhenArchived_StaysWithWhoHasItAndIsGivenToNobodyElse()
    {
        await _institute.Import("people", Heading, "T-1,陈,晓兰,,TH-1,MATH,2015-09-01");
        await _institute.Ask(async db =>
        {
            db.Subjects.Single(s => s.Code == "MATH").Archive(Today);
            return await db.SaveChangesAsync();
        });

        var run = await _institute.Check("people", Heading, "T-1,陈,小兰,,TH-1,MATH,2015-09-01", "T-2,李,明,,TH-1,MATH,2015-09-01");

        run.Said().ShouldBe(["3 Subject: “数学” is archived. Restore it first."]);
        run.Counts().ShouldBe((0, 1, 0, 1));
    }
}
