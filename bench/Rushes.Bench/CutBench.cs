using System.Globalization;

namespace Rushes.Bench;

/// <summary>How long the film takes once its last clip is there, for films of several lengths.</summary>
internal static class CutBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        var lengths = args.Length > 0 ? args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)) : [32, 80, 240];
        await Measured.RunAsync(Studio.Launcher, "--version");
        Console.WriteLine("film    after the last clip s   cut again wall s   cut again CPU s");
        foreach (var seconds in lengths)
        {
            using var studio = new Studio();
            var film = await studio.FilmAsync("A lighthouse keeper finds a message in a bottle", seconds);
            if (film.ExitCode != 0)
                return film.ExitCode;
            var answer = Studio.Answer(film);
            var project = answer.GetProperty("project").GetString()!;
            var lastClip = Directory.EnumerateFiles(Path.Combine(project, "takes"), "*.mp4").Max(File.GetLastWriteTimeUtc);
            var after = (File.GetLastWriteTimeUtc(answer.GetProperty("film").GetString()!) - lastClip).TotalSeconds;
            var again = await studio.CutAsync(project);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds,4} s {after,22:0.00} {again.WallSeconds,18:0.00} {again.CpuSeconds,17:0.0}"));
        }

        return 0;
    }
}
