using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Providers.Animatic.Filming;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Animatic.Operations;

/// <summary>
/// Runs operations: as many at once as there are slots, the others wait. What this process began and another process finds unfinished is filmed from the start;
/// a lock keeps two processes from filming the same.
/// </summary>
internal sealed partial class OperationDesk(AnimaticSettings settings, ClipStudio studio, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(settings.Slots);
    private readonly Dictionary<string, Shoot> _shoots = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public OperationFolder Folder(string operation) => new(Path.Combine(settings.Operations, FileName(operation)));

    public Shoot? Running(string operation)
    {
        lock (_gate)
            return _shoots.TryGetValue(operation, out var shoot) && !shoot.Ended.IsCompleted ? shoot : null;
    }

    /// <summary>What halted an operation, said once: after that it may be taken up again. Null when nothing did.</summary>
    public Mistake? TakeHalt(string operation)
    {
        lock (_gate)
        {
            if (!_shoots.TryGetValue(operation, out var shoot) || !shoot.Ended.IsCompleted || shoot.Halt is not { } halt)
                return null;
            _shoots.Remove(operation);
            return halt;
        }
    }

    /// <summary>Begins to film an accepted operation, or to film it again after a restart. Does nothing when it is being filmed.</summary>
    public void TakeUp(string operation)
    {
        lock (_gate)
        {
            if (Running(operation) is not null)
                return;
            foreach (var (ended, _) in _shoots.Where(entry => entry.Value is { Ended.IsCompleted: true, Halt: null }).ToList())
                _shoots.Remove(ended);
            var shoot = new Shoot();
            shoot.Ended = Task.Run(() => RunAsync(operation, shoot), CancellationToken.None);
            _shoots[operation] = shoot;
        }
    }

    /// <summary>Stops and removes an operation; false when another process films it.</summary>
    public async Task<bool> CancelAsync(string operation)
    {
        if (Forget(operation) is { } shoot)
        {
            shoot.GiveUp();
            await shoot.Ended;
            shoot.Dispose();
        }

        var folder = Folder(operation);
        if (!folder.Exists)
            return true;
        await using var taken = folder.Lock();
        if (taken is null)
            return false;
        folder.Remove();
        return true;
    }

    /// <summary>Removes what was delivered a while ago.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(settings.Operations))
            return;
        var before = time.GetUtcNow().UtcDateTime - settings.KeepDelivered;
        foreach (var path in Directory.EnumerateDirectories(settings.Operations))
        {
            var folder = new OperationFolder(path);
            if (folder.DeliveredUtc is { } delivered && delivered < before)
                folder.Remove();
        }
    }

    /// <summary>Gives up what this process films; the folders stay, and the next process takes them up.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var shoot in _shoots.Values)
                shoot.GiveUp();
        }

        _slots.Dispose();
    }

    private Shoot? Forget(string operation)
    {
        lock (_gate)
            return _shoots.Remove(operation, out var shoot) ? shoot : null;
    }

    /// <summary>Correlation ids are ours and plain; anything else is named by its digest.</summary>
    private static string FileName(string operation) =>
        operation.Length is > 0 and <= 80 && operation.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? operation
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(operation)));

    private async Task RunAsync(string operation, Shoot shoot)
    {
        var folder = Folder(operation);
        try
        {
            await _slots.WaitAsync(shoot.Stop);
            try
            {
                await using var taken = folder.Lock();
                if (taken is not null && !folder.HasClip)
                    await FilmAsync(folder, shoot);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Cancelled by the user, or the process ends: the folder stays as it is.
        }
        catch (ObjectDisposedException)
        {
            // The process ends.
        }
        catch (MistakeException lacking) when (lacking.Mistake.Kind == MistakeKind.Machine)
        {
            shoot.Halt = lacking.Mistake;
        }
        catch (IOException full) when (FullDisk.Is(full))
        {
            shoot.Halt = FullDisk.Mistake;
        }
        catch (Exception problem)
        {
            await RefuseAsync(operation, folder, Reason(problem), problem);
        }
    }

    private async Task FilmAsync(OperationFolder folder, Shoot shoot)
    {
        var order = await folder.OrderAsync(shoot.Stop);
        File.Delete(folder.Part);
        await studio.FilmAsync(order, folder.Part, progress => shoot.Progress = progress, shoot.Stop);
        File.Move(folder.Part, folder.Clip, overwrite: true);
    }

    private async Task RefuseAsync(string operation, OperationFolder folder, Refusal refusal, Exception problem)
    {
        LogRefused(logger, operation, refusal.Words, problem);
        try
        {
            File.Delete(folder.Part);
            await folder.RefuseAsync(refusal, CancellationToken.None);
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            // Not even the reason can be written: the next poll films again and meets the same problem.
            LogRefused(logger, operation, disk.Message, disk);
        }
    }

    private static Refusal Reason(Exception problem) => problem switch
    {
        MistakeException mistake => new(RefusalKind.BadRequest, Sentence.Of(mistake.Mistake)),
        UnauthorizedAccessException denied => new(RefusalKind.BadRequest, Sentence.Of("animatic.no-rights", denied.Message)),
        MediaException media => new(RefusalKind.FailedAtProvider, Sentence.Of("animatic.ffmpeg-failed", LastLine(media.Complaint))),
        _ => new(RefusalKind.FailedAtProvider, Sentence.Of("animatic.failed", problem.Message)),
    };

    private static string LastLine(string complaint) => complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";

    [LoggerMessage(Level = LogLevel.Warning, Message = "Animatic operation {Operation} made no clip: {Words}")]
    private static partial void LogRefused(ILogger logger, string operation, string words, Exception problem);
}
