using CommunityLms.Kernel.Web.Hosting;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Kernel.Web.Pages.Style;

/// <summary>The living style page: type, colours and small parts. It shows nobody's data.</summary>
[DevelopmentOnly, OpenToAccounts("It shows no data, and only in Development.")]
public sealed class IndexModel(Dates dates, TimeProvider clock) : LmsPageModel
{
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), dates.Zone).DateTime);

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public IActionResult OnPost() => Done("The dialog’s button was pressed. Nothing else happened.", "Index");
}
