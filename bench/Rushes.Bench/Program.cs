using Rushes.Bench;

if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("The benches read /proc: they run on Linux.");
    return 4;
}

return args switch
{
    ["film", .. var rest] => await FilmBench.RunAsync(rest),
    ["cut", .. var rest] => await CutBench.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench/film [SECONDS...]   CPU and memory of a finished animatic film, beside a plain ffmpeg encode of its frames");
    Console.Error.WriteLine("bench/cut [SECONDS...]    from the last clip to the film, for films of several lengths");
    return 2;
}
