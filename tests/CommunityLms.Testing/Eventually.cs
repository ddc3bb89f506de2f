using System.Globalization;
using Xunit;

namespace CommunityLms.Testing;

/// <summary>Waits for what happens in the background.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<T> Get<T>(Func<Task<T>> look, Func<T, bool> isThere)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = await look();
            if (isThere(found))
                return found;
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Within {Patience.TotalSeconds} s it was still {found}."));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public static Task Be(Func<bool> isThere) => Get(() => Task.FromResult(isThere()), there => there);
}
