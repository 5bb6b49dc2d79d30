/* The algorithm of nbody.ts. */
#include <math.h>
#include <stdio.h>

#define COUNT 5
static const double pi = 3.141592653589793, days_per_year = 365.24;
static double solar_mass;

typedef struct { double x, y, z, vx, vy, vz, mass; } Body;

static Body bodies[COUNT] = {
  {0, 0, 0, 0, 0, 0, 1},
  {4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609},
  {8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411, 0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812},
  {12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298},
  {15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451},
};

static void offset_momentum(Body *b) {
  double px = 0, py = 0, pz = 0;
  for (int i = 0; i < COUNT; i++) {
    px += b[i].vx * b[i].mass;
    py += b[i].vy * b[i].mass;
    pz += b[i].vz * b[i].mass;
  }
  b[0].vx = -px / solar_mass;
  b[0].vy = -py / solar_mass;
  b[0].vz = -pz / solar_mass;
}

static void advance(Body *bodies, int count, double dt) {
  for (int i = 0; i < count; i++) {
    Body *a = &bodies[i];
    for (int j = i + 1; j < count; j++) {
      Body *b = &bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      double square = dx * dx + dy * dy + dz * dz;
      double magnitude = dt / (square * sqrt(square));
      a->vx -= dx * b->mass * magnitude;
      a->vy -= dy * b->mass * magnitude;
      a->vz -= dz * b->mass * magnitude;
      b->vx += dx * a->mass * magnitude;
      b->vy += dy * a->mass * magnitude;
      b->vz += dz * a->mass * magnitude;
    }
  }
  for (int i = 0; i < count; i++) {
    bodies[i].x += dt * bodies[i].vx;
    bodies[i].y += dt * bodies[i].vy;
    bodies[i].z += dt * bodies[i].vz;
  }
}

static double energy(const Body *bodies) {
  double e = 0;
  for (int i = 0; i < COUNT; i++) {
    const Body *a = &bodies[i];
    e += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < COUNT; j++) {
      const Body *b = &bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      e -= (a->mass * b->mass) / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return e;
}

int main(void) {
  solar_mass = 4 * pi * pi;
  for (int i = 0; i < COUNT; i++) {
    bodies[i].vx *= days_per_year;
    bodies[i].vy *= days_per_year;
    bodies[i].vz *= days_per_year;
    bodies[i].mass *= solar_mass;
  }
  offset_momentum(bodies);
  printf("%.9f\n", energy(bodies));
  for (int step = 0; step < 10000000; step++) advance(bodies, COUNT, 0.01);
  printf("%.9f\n", energy(bodies));
}
