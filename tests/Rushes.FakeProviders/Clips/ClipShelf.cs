using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Rushes.FakeProviders.Operations;

namespace Rushes.FakeProviders.Clips;

/// <summary>Clips filmed once and kept in memory for as long as the process lives.</summary>
public sealed class ClipShelf
{
    /// <summary>Shared by all servers of a process: a clip depends on nothing but its form.</summary>
    private static readonly ConcurrentDictionary<ClipForm, Lazy<Task<byte[]>>> Filmed = new();

    /// <summary>One ffmpeg at a time: a fake must not take the machine from what is tested.</summary>
    private static readonly SemaphoreSlim Camera = new(1);

    private readonly FakeOptions options;

    internal ClipShelf(FakeOptions options) => this.options = options;

    /// <summary>The clip of <paramref name="order"/>; the operation's name is written into it, so that no two are the same bytes.</summary>
    public async Task<byte[]> OfAsync(Order order, string name)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Sign(await FilmAsync(FormOf(order)), name);
    }

    /// <summary>Films all looks of an order beforehand, for those who measure time.</summary>
    public async Task WarmAsync(Order order)
    {
        var form = FormOf(order);
        foreach (var look in Enumerable.Range(0, Looks))
            await FilmAsync(form with { Look = look });
    }

    /// <summary>Begins to film the clip of <paramref name="order"/> without waiting for it.</summary>
    internal void Begin(Order order) => _ = FilmAsync(FormOf(order));

    private int Looks => Math.Clamp(options.ClipLooks, 1, 64);

    private ClipForm FormOf(Order order)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{order.Seed}|{order.Prompt}"));
        return ClipForm.Of(order.Aspect, order.Resolution, order.Seconds, order.Fps, order.Sound, hash[0] % Looks, options.ClipScale);
    }

    private static Task<byte[]> FilmAsync(ClipForm form) => Filmed.GetOrAdd(form, static wanted => new Lazy<Task<byte[]>>(async () =>
    {
        await Camera.WaitAsync();
        try
        {
            return await Task.Run(() => ClipMaker.MakeAsync(wanted));
        }
        catch
        {
            // The next one who asks tries anew.
            Filmed.TryRemove(wanted, out _);
            throw;
        }
        finally
        {
            Camera.Release();
        }
    })).Value;

    /// <summary>Appends a <c>free</c> box, which every reader of mp4 skips.</summary>
    private static byte[] Sign(byte[] clip, string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var signed = new byte[clip.Length + 8 + text.Length];
        clip.CopyTo(signed, 0);
        BinaryPrimitives.WriteInt32BigEndian(signed.AsSpan(clip.Length), 8 + text.Length);
        "free"u8.CopyTo(signed.AsSpan(clip.Length + 4));
        text.CopyTo(signed, clip.Length + 8);
        return signed;
    }
}
