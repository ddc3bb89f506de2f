using System.Globalization;
using System.Text.Json.Nodes;
using CommunityLms.Workflows.Forms.Filling;

namespace CommunityLms.Workflows.Tests.Forms;

/// <summary>What a page sends becomes answers, as the form says.</summary>
public sealed class AnswersOfAForm
{
    private const string Guests = """{"type":"dynamiclist","path":"guests","defaultRepetitions":2,"components":[{"type":"textfield","key":"name"},{"type":"expression","key":"hello","expression":"=\"Hello \" + name + string(i)"}]}""";

    [Fact]
    public void Answers_OfEveryKind_BecomeJson()
    {
        var form = ASchema.Form(
            """{"type":"textfield","key":"name"}""", """{"type":"number","key":"hours"}""", """{"type":"datetime","key":"day","subtype":"date"}""", """{"type":"datetime","key":"hour","subtype":"time"}""",
            """{"type":"datetime","key":"moment","subtype":"datetime"}""", """{"type":"checkbox","key":"agreed"}""", """{"type":"radio","key":"one","values":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}""",
            """{"type":"checklist","key":"many","values":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}""", """{"type":"group","path":"home","components":[{"type":"textfield","key":"street"}]}""");

        form.Sent(("answers.name", " 陈晓兰 "), ("answers.hours", "12.5"), ("answers.day", "2026-03-02"), ("answers.hour", "14:30"), ("answers.moment", "2026-03-02T14:30"), ("answers.agreed", "true"), ("answers.agreed", "false"), ("answers.one", "b"), ("answers.many", "a"), ("answers.many", "x"),
                ("answers.home.street", "Road 1"), ("answers.unknown", "x"), ("starter", "x")).Answers.ToJsonString().ShouldBe(
            """{"name":"\u9648\u6653\u5170","hours":12.5,"day":"2026-03-02","hour":"14:30:00","moment":"2026-03-02T14:30:00","agreed":true,"one":"b","many":["a"],"home":{"street":"Road 1"}}""");
    }

    [Theory]
    [InlineData("zh-CN", "1,234.5", "1234.5")]
    [InlineData("zh-CN", "１２．５", "12.5")]
    [InlineData("de-DE", "1.234,5", "1234.5")]
    [InlineData("en-GB", "-3", "-3")]
    public void Number_AsTheReadersLanguageWritesIt_IsRead(string culture, string written, string number) =>
        In(culture, () => ASchema.Form("""{"type":"number","key":"n"}""").Sent(("answers.n", written)).Answers["n"]!.ToJsonString().ShouldBe(number));

    [Theory]
    [InlineData("zh-CN", "2026年3月2日")]
    [InlineData("en-GB", "2 March 2026")]
    public void Date_AsTheReadersLanguageWritesIt_IsRead(string culture, string written) =>
        In(culture, () => ASchema.Form("""{"type":"datetime","key":"d","subtype":"date"}""").Sent(("answers.d", written)).Answers["d"]!.ToString().ShouldBe("2026-03-02"));

    [Fact]
    public void Question_WhileItsConditionHides_LeavesNoAnswer()
    {
        var form = ASchema.Form("""{"type":"checkbox","key":"abroad"}""", """{"type":"textfield","key":"country","conditional":{"hide":"=not(abroad)"}}""");
        form.Sent(("answers.country", "France")).Answers.ContainsKey("country").ShouldBeFalse();
        form.Sent(("answers.country", "France"), ("answers.abroad", "true")).Answers["country"]!.ToString().ShouldBe("France");
    }

    [Fact]
    public void Question_WhoseConditionLooksAtAHiddenOne_SeesNoAnswerThere()
    {
        var form = ASchema.Form("""{"type":"checkbox","key":"a"}""", """{"type":"textfield","key":"b","conditional":{"hide":"=not(a)"}}""", """{"type":"textfield","key":"c","conditional":{"hide":"=b = null"}}""");
        form.Sent(("answers.b", "x"), ("answers.c", "y")).Fields.Select(f => f.Name).ShouldBe(["answers.a"]);
        form.Sent(("answers.a", "true"), ("answers.b", "x"), ("answers.c", "y")).Fields.Count().ShouldBe(3);
    }

    [Fact]
    public void Conditions_InACircle_ComeToAnEnd() =>
        ASchema.Form("""{"type":"textfield","key":"a","conditional":{"hide":"=b != null"}}""", """{"type":"textfield","key":"b","conditional":{"hide":"=a = null"}}""").Sent(("answers.a", "x"), ("answers.b", "y")).Fields.ShouldNotBeNull();

    [Fact]
    public void ComputedValue_WhenTheClientSendsOne_IsTheServers()
    {
        var form = ASchema.Form("""{"type":"expression","key":"total","expression":"=half * 2"}""", """{"type":"expression","key":"half","expression":"=hours / 2"}""", """{"type":"number","key":"hours"}""", """{"type":"text","text":"In all {{total}}"}""");
        var sent = form.Sent(("answers.hours", "5"), ("answers.total", "1000"));
        sent.Answers["total"]!.GetValue<decimal>().ShouldBe(5);
        sent.Parts.OfType<PlacedWords>().Single().Text.ShouldBe("In all 5");
    }

    [Fact]
    public void Row_WhenAddedAndTakenAway_KeepsTheOthers()
    {
        var form = ASchema.Form(Guests);
        (string, string)[] two = [("answers.guests.rows", "2"), ("answers.guests[0].name", "A"), ("answers.guests[1].name", "B")];
        Names(form.Sent([.. two, (PostedForm.Action, "add answers.guests")])).ShouldBe(["A", "B", null]);
        Names(form.Sent([.. two, (PostedForm.Action, "remove answers.guests[0]")])).ShouldBe(["B"]);
        form.Sent([], two).Answers["guests"]![1]!["hello"]!.ToString().ShouldBe("Hello B2");
    }

    [Fact]
    public void Rows_MoreThanMayBe_AreCutOff() => Names(ASchema.Form(Guests).Sent(("answers.guests.rows", "1000000"))).Count.ShouldBe(50);

    [Fact]
    public void List_AtFirst_HasAsManyRowsAsItSays() => Names(FormMoment.Of(ASchema.Form(Guests), [], null, ASchema.Now)).ShouldBe([null, null]);

    [Fact]
    public void Question_AtFirst_HasTheCasesVariableThenItsDefault()
    {
        var form = ASchema.Form("""{"type":"textfield","key":"a","defaultValue":"first"}""", """{"type":"textfield","key":"b","defaultValue":"first"}""", """{"type":"textfield","key":"c","properties":{"lms:default":"=starterName"}}""");
        FormMoment.Of(form, new() { ["a"] = "known", ["starterName"] = "陈" }, null, ASchema.Now).Fields.Select(f => f.Text).ShouldBe(["known", "first", "陈"]);
    }

    [Fact]
    public void Answer_ThatIsOnlyRead_IsNeverTakenFromThePage()
    {
        var form = ASchema.Form("""{"type":"textfield","key":"a","readonly":true}""", """{"type":"textfield","key":"b","readonly":"=locked"}""");
        var sent = form.Sent(new JsonObject { ["a"] = "1", ["b"] = "2", ["locked"] = true }, ("answers.a", "x"), ("answers.b", "x"));
        sent.Answers.ShouldBeEmpty();
        sent.Fields.Select(f => f.Text).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Choices_FromAnExpression_AreThoseOfTheCase()
    {
        var form = ASchema.Form("""{"type":"select","key":"s","valuesExpression":"=for x in schools return {label: x.name, value: x.id}"}""");
        var variables = new JsonObject { ["schools"] = new JsonArray(new JsonObject { ["name"] = "North", ["id"] = 1 }, new JsonObject { ["name"] = "South", ["id"] = 2 }) };
        var sent = form.Sent(variables, ("answers.s", "2"));
        sent.Fields.Single().Choices.Select(c => c.Label).ShouldBe(["North", "South"]);
        sent.Answers["s"]!.GetValue<decimal>().ShouldBe(2);
    }

    [Fact]
    public void Words_WithHtmlAndAddresses_BringNeitherOntoThePage()
    {
        using var text = new StringWriter();
        FormMarkdown.ToHtml("**Bold** <img src=x onerror=y> [a](javascript:alert(1)) ![b](https://example.org/b.png) [c](https://example.org)").WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
        text.ToString().ShouldSatisfyAllConditions(t => t.ShouldContain("<strong>Bold</strong>"), t => t.ShouldNotContain("<img"), t => t.ShouldNotContain("javascript:"), t => t.ShouldContain("href=\"https://example.org\""));
    }

    private static List<string?> Names(FormMoment moment) => [.. moment.Answers["guests"]!.AsArray().Select(g => g!["name"]?.ToString())];

    private static void In(string culture, Action test)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            test();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
