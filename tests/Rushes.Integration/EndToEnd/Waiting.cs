using System.Diagnostics;

namespace Rushes.Integration.EndToEnd;

/// <summary>Waits for something to be so, not for time to pass.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongStep = TimeSpan.FromMilliseconds(100);

    public static Task ForAsync(Func<bool> isSo) => ForAsync(() => Task.FromResult(isSo()), Step);

    /// <summary>For what is known only to another process.</summary>
    public static Task ForAsync(Func<Task<bool>> isSo) => ForAsync(isSo, LongStep);

    private static async Task ForAsync(Func<Task<bool>> isSo, TimeSpan step)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "what was waited for never happened");
            await Task.Delay(step, TestContext.Current.CancellationToken);
        }
    }
}
