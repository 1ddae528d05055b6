using System.Diagnostics;
using Rushes.Engine.Shooting;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Bench.Lanes;

/// <summary>
/// The seeds' rule as a reference: scene after scene, account after account, decided before anything is known; a worker for each account submits its scenes at
/// its pace while it has slots, and asks about them twice a second.
/// </summary>
internal static class InTurn
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <returns>Seconds from the first submission to the last finished operation.</returns>
    public static async Task<double> FilmAsync(IVideoProvider provider, IReadOnlyList<Account> accounts, int scenes)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(accounts.Select((account, nth) =>
            WorkAsync(provider, account, new(Enumerable.Range(1, scenes).Where(scene => (scene - 1) % accounts.Count == nth)))));
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task WorkAsync(IVideoProvider provider, Account account, Queue<int> scenes)
    {
        var running = new List<string>();
        var mayAt = Stopwatch.GetTimestamp();
        while (scenes.Count > 0 || running.Count > 0)
        {
            while (scenes.Count > 0 && running.Count < account.Limits.MaxInFlight && Stopwatch.GetTimestamp() >= mayAt)
            {
                mayAt = Stopwatch.GetTimestamp() + (account.Limits.SubmitIntervalMs * Stopwatch.Frequency / 1000);
                if (await provider.SubmitAsync(OrderOf(scenes.Dequeue()), account, Guid.NewGuid().ToString(), default) is Submission.Accepted accepted)
                    running.Add(accepted.Operation);
            }

            await Task.Delay(scenes.Count > 0 && running.Count < account.Limits.MaxInFlight ? TimeSpan.FromMilliseconds(20) : Look);
            var statuses = await provider.PollAsync(running, account, default);
            running.RemoveAll(operation => statuses.GetValueOrDefault(operation) is OperationStatus.Finished);
        }
    }

    private static ShotOrder OrderOf(int scene) => new()
    {
        Project = "",
        Scene = scene,
        SceneCount = scene,
        Take = 1,
        Workflow = Workflow.Text2Video,
        Prompt = "A lighthouse in the rain",
        Frames = 120,
        Size = new(1080, 1920),
        Aspect = Aspect.Vertical,
        Seed = scene,
        Language = "en",
        Style = "cinematic",
        Shot = new Scene { Prompt = "A lighthouse in the rain", Duration = 4 },
    };
}
