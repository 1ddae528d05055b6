using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>
/// One ffmpeg with its librsvg decoder that draws documents one after another. Starting the program costs more than most drawings, and a decoder that was
/// told the form of its pictures beforehand draws each of them once, not twice. After a failure it is used up.
/// </summary>
internal sealed class SvgPress : IAsyncDisposable
{
    /// <summary>Bytes of a document that every press takes. Shorter ones are filled up with blanks, because ffmpeg cuts its input into pieces of one length.</summary>
    public const int UsualRoom = 1 << 18;

    private readonly Channel<Job> _written = Channel.CreateUnbounded<Job>();
    private readonly Channel<Job> _drawn = Channel.CreateUnbounded<Job>();
    private readonly CancellationTokenSource _torn = new();
    private readonly Task<MediaResult> _running;

    /// <param name="room">Bytes of the longest document that it takes.</param>
    public SvgPress(MediaPrograms programs, int room = UsualRoom)
    {
        Room = room;
        var call = new MediaCall
        {
            Arguments =
            [
                "-xerror", "-probesize", "32", "-analyzeduration", "0",
                "-f", "svg_pipe", "-frame_size", room.ToString(CultureInfo.InvariantCulture), "-video_size", "16x16", "-pixel_format", "rgb32", "-i", "pipe:0",
                // Every picture in its own size, and out before the next comes in: an encoder with more threads keeps some back.
                "-autoscale", "0", "-threads", "1", "-flush_packets", "1", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
            ],
            Feed = FeedAsync,
            Read = ReadAsync,
        };
        _running = programs.FfmpegAsync(call, _torn.Token);
    }

    public int Room { get; }

    /// <summary>False when the program has ended, by itself or by somebody's hand.</summary>
    public bool IsReady => !_running.IsCompleted;

    /// <summary>Draws a document; one at a time.</summary>
    /// <exception cref="MediaException">ffmpeg could not draw it.</exception>
    public async Task DrawAsync(string svg, Surface surface, CancellationToken cancellation)
    {
        var job = new Job(Encoding.UTF8.GetBytes(svg), surface, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_written.Writer.TryWrite(job) || await Task.WhenAny(job.Drawn.Task, _running).WaitAsync(cancellation) == _running)
            throw new MediaException("drawing a layer", (await _running).Complaint);
        await job.Drawn.Task;
    }

    /// <summary>Ends the program and returns when it is gone: what it was drawing may be disposed afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        await _torn.CancelAsync();
        await ((Task)_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _torn.Dispose();
    }

    private async Task FeedAsync(Stream input, CancellationToken cancellation)
    {
        try
        {
            await foreach (var job in _written.Reader.ReadAllAsync(cancellation))
            {
                var whole = new byte[Room];
                whole.AsSpan().Fill((byte)' ');
                job.Document.CopyTo(whole, 0);
                _drawn.Writer.TryWrite(job);
                await input.WriteAsync(whole, cancellation);
                await input.FlushAsync(cancellation);
            }
        }
        finally
        {
            _drawn.Writer.TryComplete();
        }
    }

    private async Task ReadAsync(Stream pixels, CancellationToken cancellation)
    {
        try
        {
            await foreach (var job in _drawn.Reader.ReadAllAsync(cancellation))
            {
                if (!await SurfaceFeed.TryFillAsync(job.Surface, pixels, cancellation))
                    return;
                job.Drawn.SetResult();
            }
        }
        finally
        {
            _written.Writer.TryComplete();
        }
    }

    private sealed record Job(byte[] Document, Surface Surface, TaskCompletionSource Drawn);
}
