using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web.Hosting;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Kernel.Web.Pages.Style;

/// <summary>The living style page: forms. What is sent is checked and forgotten.</summary>
[DevelopmentOnly, OpenToAccounts("It shows no data, and only in Development.")]
public sealed class FormModel : LmsPageModel
{
    /// <summary>The form as it comes back: too long a theme, no hours.</summary>
    [BindProperty]
    public StyleVisit Visit { get; set; } = new() { Theme = "", Hours = 12 };

    public StyleQuestions Questions { get; set; } = new();

    public IReadOnlyList<SelectListItem> Mentors { get; } = [new("Chen Xiaoyu", "1"), new("Huang Lihua", "2"), new("Wang Jianguo", "3"), new("Zhou Min", "4")];

    public void OnGet() => TryValidateModel(Visit, nameof(Visit));

    public IActionResult OnGetPeople(string? q) => new JsonResult(Mentors.Where(m => m.Text.Contains(q ?? "", StringComparison.OrdinalIgnoreCase)).Select(m => new { id = m.Value, name = m.Text, hint = "science" }));

    public IActionResult OnPost() => ModelState.IsValid ? Done("The form arrived. Nothing was stored.", "Index") : Page();
}

public enum StyleLesson { Demonstration, Observed, Exchange }

/// <summary>A short form with rules.</summary>
public sealed class StyleVisit
{
    [Required, StringLength(80)]
    public string Theme { get; set; } = "";

    [Range(1, 8)]
    public int Hours { get; set; } = 2;
}

/// <summary>One property for each kind of question.</summary>
public sealed class StyleQuestions
{
    public string? MentorId { get; set; }

    public List<string> GuestIds { get; set; } = [];

    public string? Note { get; set; }

    public DateOnly Day { get; set; } = new(2026, 3, 3);

    public TimeOnly? At { get; set; }

    public decimal? Share { get; set; } = 1.5m;

    [EmailAddress]
    public string? Email { get; set; }

    public StyleLesson Kind { get; set; } = StyleLesson.Observed;

    public bool TellTheSchool { get; set; } = true;

    public List<IFormFile> Files { get; set; } = [];
}
