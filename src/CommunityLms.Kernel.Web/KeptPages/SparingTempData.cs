using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CommunityLms.Kernel.Web.KeptPages;

/// <summary>The framework's cookie for what the next page says, but without deleting a cookie that isn't there with every page: a page that sets one isn't kept.</summary>
internal sealed class SparingTempData(CookieTempDataProvider cookie) : ITempDataProvider
{
    public IDictionary<string, object> LoadTempData(HttpContext context) => cookie.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0 || context.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName))
            cookie.SaveTempData(context, values);
    }
}
