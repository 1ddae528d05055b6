using System.Diagnostics;

namespace Rushes.Integration.EndToEnd;

/// <summary>Waits for something to be so, not for time to pass.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    public static async Task ForAsync(Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "what was waited for never happened");
            await Task.Delay(Step, TestContext.Current.CancellationToken);
        }
    }
}
