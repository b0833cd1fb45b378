using static HitSongs.Demonstrations.Demonstration;
F(a0 => F(a1 => F(a2 => F(a3 => F(a4 => F(a5 => F(a6 => F(a7 => F(a8 => a0.NoSuch)))))))));
partial class Program { static void F(System.Func<C0, object> f) { } }
class C0;
partial class Program { static void F(System.Func<C1, object> f) { } }
class C1;
partial class Program { static void F(System.Func<C2, object> f) { } }
class C2;
partial class Program { static void F(System.Func<C3, object> f) { } }
class C3;
partial class Program { static void F(System.Func<C4, object> f) { } }
class C4;
partial class Program { static void F(System.Func<C5, object> f) { } }
class C5;
partial class Program { static void F(System.Func<C6, object> f) { } }
class C6;
partial class Program { static void F(System.Func<C7, object> f) { } }
class C7;
